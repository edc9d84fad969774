package ecobot.dingtalk;

import org.jspecify.annotations.Nullable;

/** A call of the SDK, and what in its answer proves the deed. */
interface SdkCall<T> {

    /** Asks, and reads the proof. */
    @Nullable
    T make() throws Exception;

    /**
     * The proof. A 200 without it proves nothing: the outcome is unknown then, as it is when the answer cannot be read at all.
     */
    static <T> T proof(SdkCall<T> call) throws CallFailed {
        T proof;
        try {
            proof = call.make();
        } catch (CallFailed e) {
            throw e;
        } catch (Exception e) {
            throw new CallFailed(SdkFaults.of(e));
        }
        if (proof == null || proof.equals("")) {
            throw new CallFailed(Faults.of(Faults.FOREIGN_ANSWER));
        }
        return proof;
    }
}
