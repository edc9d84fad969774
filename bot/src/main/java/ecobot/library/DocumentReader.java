package ecobot.library;

import ecobot.library.UnreadableDocument.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Takes the text out of Word documents and PDFs, told by their content. What they unpack to is counted first; of a PDF the first pages are read. */
final class DocumentReader {

    static final int MOST_BYTES = 15 * 1024 * 1024;
    private static final int MOST_PAGES = 60;
    private static final int LEAST_TEXT = 20;
    private static final long MEMORY = 16L * 1024 * 1024;
    private static final long SCRATCH = 256L * 1024 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final PdfLines lines;

    /** @param paragraphStart pattern of a line that begins a paragraph of a PDF */
    DocumentReader(String paragraphStart) {
        this.lines = new PdfLines(paragraphStart);
    }

    DocumentText read(byte[] bytes) throws UnreadableDocument {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        } else if (startsWith(bytes, OLE)) {
            throw new UnreadableDocument(Reason.OLD_FORMAT);
        } else if (startsWith(bytes, PDF)) {
            Bombs.checkPdf(bytes);
            return checked(pdf(bytes));
        } else if (startsWith(bytes, ZIP)) {
            Bombs.checkZip(bytes);
            return checked(word(bytes));
        }
        throw new UnreadableDocument(Reason.NOT_A_DOCUMENT);
    }

    private static DocumentText checked(String text) throws UnreadableDocument {
        var stripped = text.replaceAll("[ \\t\\u00a0\\u3000]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        if (stripped.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_TEXT) {
            throw new UnreadableDocument(Reason.NO_TEXT);
        }
        int most = MaterialFileReader.LONGEST_BODY;
        return stripped.length() <= most
                ? new DocumentText(stripped, false)
                : new DocumentText(stripped.substring(0, most), true);
    }

    private static String word(byte[] bytes) throws UnreadableDocument {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var text = new StringBuilder();
            for (var element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    append(text, paragraph);
                } else if (element instanceof XWPFTable table) {
                    append(text, table);
                }
                if (text.length() > MaterialFileReader.LONGEST_BODY) {
                    break;
                }
            }
            return text.toString();
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
    }

    private static void append(StringBuilder text, XWPFParagraph paragraph) {
        var words = paragraph.getText().strip();
        if (!words.isEmpty()) {
            var style = paragraph.getStyle() == null ? "" : paragraph.getStyle().toLowerCase(Locale.ROOT);
            boolean heading = style.startsWith("heading") || style.matches("[1-6]");
            text.append(heading ? "### " : paragraph.getNumID() == null ? "" : "- ")
                    .append(words)
                    .append(heading || paragraph.getNumID() == null ? "\n\n" : "\n");
        }
    }

    private static void append(StringBuilder text, XWPFTable table) {
        for (var row : table.getRows()) {
            var cells = row.getTableCells().stream()
                    .map(cell -> cell.getText().replaceAll("\\s+", " ").strip())
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            if (!cells.isEmpty()) {
                text.append("- ").append(String.join(" \uff5c ", cells)).append('\n');
            }
        }
        text.append('\n');
    }

    private String pdf(byte[] bytes) throws UnreadableDocument {
        try (var document = Loader.loadPDF(
                new RandomAccessReadBuffer(bytes), MemoryUsageSetting.setupMixed(MEMORY, SCRATCH).streamCache)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadableDocument(Reason.PASSWORD);
            }
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setEndPage(MOST_PAGES);
            return lines.joined(stripper.getText(document).replace("\r\n", "\n"));
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument(Reason.PASSWORD);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
