package ecobot.almanac;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of a file from an office computer: UTF-8 where it is that, else GB 18030. */
final class FileText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FileText() {}

    static String of(byte[] bytes) {
        var text = decoded(bytes);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
