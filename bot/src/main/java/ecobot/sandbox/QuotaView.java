package ecobot.sandbox;

import ecobot.sandbox.Quota.Meter;

/**
 * The monthly counters.
 *
 * @param month as {@code 2026-11}, in Shanghai
 * @param enforced whether a used-up month has consequences
 */
record QuotaView(String month, Count openApi, Count webhookAndStream, boolean enforced) {

    /** One counter. */
    record Count(int used, int limit) {
        static Count of(Quota quota, Meter meter) {
            return new Count(quota.used(meter), meter.limit);
        }
    }

    static QuotaView of(Quota quota, boolean enforced) {
        return new QuotaView(
                quota.month().toString(),
                Count.of(quota, Meter.OPEN_API),
                Count.of(quota, Meter.WEBHOOK_AND_STREAM),
                enforced);
    }
}
