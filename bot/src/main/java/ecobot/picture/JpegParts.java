package ecobot.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a JPEG file, as far as one must know them before its decoder may see it.
 *
 * @param components colour channels: 1, 3, or 4 for print
 * @param scans how often the picture is gone over
 * @param complete whether the end is there; without it the decoder fills up with grey and says nothing
 */
record JpegParts(int width, int height, int components, boolean progressive, int scans, boolean complete) {

    /** Real files have ten or so; each further one costs time and no bytes. */
    static final int MOST_SCANS = 100;

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;

    /**
     * Reads the markers. What follows the end (phones append films) is not looked at.
     *
     * @return null when there is no picture in it
     */
    static @Nullable JpegParts of(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes).position(2);
        Frame frame = null;
        int scans = 0;
        boolean complete = false;
        try {
            while (!complete) {
                int marker = nextMarker(file);
                complete = marker == END;
                if (complete || isAlone(marker)) {
                    continue;
                }
                int next = file.position() + Math.max(2, file.getShort(file.position()) & 0xFFFF);
                if (isFrame(marker)) {
                    frame = Frame.at(file, marker);
                } else if (marker == START_OF_SCAN) {
                    scans++;
                }
                file.position(Math.min(next, file.limit()));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException cutShort) {
            // What was found until here tells the rest.
        }
        return frame == null || scans == 0 ? null : frame.with(scans, complete);
    }

    /** The next byte after 0xFF that is no stuffing; what lies between are the pixels of a scan. */
    private static int nextMarker(ByteBuffer file) {
        while (true) {
            while ((file.get() & 0xFF) != 0xFF) {
                // pixels
            }
            int marker = 0xFF;
            while (marker == 0xFF) {
                marker = file.get() & 0xFF;
            }
            if (marker != 0) {
                return marker;
            }
        }
    }

    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    /** SOF0 to SOF15 without the tables that lie between. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private record Frame(int width, int height, int components, boolean progressive) {

        /** After the marker: two bytes of length, one of precision, height, width, number of components. */
        static Frame at(ByteBuffer file, int marker) {
            int start = file.position();
            return new Frame(
                    file.getShort(start + 5) & 0xFFFF,
                    file.getShort(start + 3) & 0xFFFF,
                    file.get(start + 7) & 0xFF,
                    (marker & 3) == 2);
        }

        JpegParts with(int scans, boolean complete) {
            return new JpegParts(width, height, components, progressive, scans, complete);
        }
    }
}
