package ecobot.media;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the open internet from those of this machine and of private networks. */
public final class PublicAddress {

    private PublicAddress() {}

    /** Whether an address is one of the open internet. */
    public static boolean is(InetAddress address) {
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? isPrivate6(address.getAddress())
                        : isPrivate4(address.getAddress())));
    }

    /** 0.0.0.0/8 (this network), 100.64.0.0/10 (carrier's), 198.18.0.0/15 (benchmarks), 240.0.0.0/4 (reserved). */
    private static boolean isPrivate4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 198 && (second == 18 || second == 19));
    }

    /** fc00::/7 (unique local); 64:ff9b::/96 and 2002::/16 (lead to IPv4 addresses that were not looked at). */
    private static boolean isPrivate6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return (first & 0xfe) == 0xfc || (first == 0x20 && second == 0x02) || (first == 0 && second == 0x64);
    }
}
