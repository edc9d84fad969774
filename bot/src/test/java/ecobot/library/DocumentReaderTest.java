package ecobot.library;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.library.Material.Category;
import ecobot.library.UnreadableDocument.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private final UploadWords words =
            PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words(UploadWords.FILE, UploadWords.class);
    private final KeeperWords keepers =
            PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words(KeeperWords.FILE, KeeperWords.class);
    private final DocumentReader reader = new DocumentReader(words.paragraphStart());

    @Test
    void word_document_becomes_markdown_and_a_draft_says_what_it_tells_of_itself() throws Exception {
        var text =
                reader.read(word("关于堆场扬尘管控的通知", "试环发〔2026〕12号", "各镇、街道要每天巡查两次堆场，发现没有覆盖的当天改好。", "本通知自2026年12月1日起施行。"));

        var content = new Guesses(words, keepers).content(text, "未命名.docx");

        assertThat(content.title()).isEqualTo("关于堆场扬尘管控的通知");
        assertThat(content.category()).isEqualTo(Category.POLICY);
        assertThat(content.documentNumber()).isEqualTo("试环发〔2026〕12号");
        assertThat(content.effectiveOn()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(content.summary()).startsWith("各镇、街道要每天巡查");
        assertThat(content.body()).doesNotStartWith("关于").contains("\n- 时段 ｜ 要求");
    }

    @Test
    void pdf_gives_its_lines_as_paragraphs() throws Exception {
        var text = reader.read(pdf(
                null, "The keeper of the yard covers what makes dust", "on the same day.", "1. Nobody burns straw."));

        assertThat(text.markdown())
                .isEqualTo("The keeper of the yard covers what makes dust on the same day.\n\n1. Nobody burns straw.");
    }

    @Test
    void what_cannot_be_read_is_told_apart() throws Exception {
        assertThat(reason(pdf("secret", "The keeper of the yard covers what makes dust")))
                .isEqualTo(Reason.PASSWORD);
        assertThat(reason(pdf(null))).as("a scanned page").isEqualTo(Reason.NO_TEXT);
        assertThat(reason(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo(Reason.OLD_FORMAT);
        assertThat(reason("hello".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NOT_A_DOCUMENT);
        assertThat(reason(new byte[DocumentReader.MOST_BYTES + 1])).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void bombs_are_counted_before_anything_reads_them() throws Exception {
        assertThat(reason(zip("word/document.xml", 9 * 1024 * 1024))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(zip("word/media/picture.png", 129 * 1024 * 1024))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(pdfOf(deflated(65 * 1024 * 1024), "/FlateDecode"))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(pdfOf(deflated(1000), "[/FlateDecode /FlateDecode]")))
                .as("packed twice")
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void no_damage_breaks_the_reader() throws Exception {
        var random = new Random(9);
        var originals = new byte[][] {
            word("关于堆场扬尘管控的通知", "各镇、街道要每天巡查两次堆场，发现没有覆盖的当天改好。"),
            pdf(null, "The keeper of the yard covers what makes dust", "on the same day.")
        };
        for (int i = 0; i < 60; i++) {
            var bytes = originals[i % 2].clone();
            for (int n = 0; n < 5; n++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
            }
            var damaged = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 4 + random.nextInt(bytes.length)) : bytes;

            try {
                assertThat(reader.read(damaged).markdown()).isNotEmpty();
            } catch (UnreadableDocument told) {
                assertThat(words.why(told.reason())).isNotEmpty();
            }
        }
    }

    private Reason reason(byte[] bytes) {
        try {
            throw new AssertionError("was read: " + reader.read(bytes));
        } catch (UnreadableDocument unreadable) {
            return unreadable.reason();
        }
    }

    private static byte[] word(String... paragraphs) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            for (var paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            var table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("时段");
            table.getRow(0).getCell(1).setText("要求");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] pdf(@Nullable String password, String... lines) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.setLeading(16);
                content.newLineAtOffset(72, 700);
                for (var line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[size]);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(new byte[size]);
        }
        return out.toByteArray();
    }

    private static byte[] pdfOf(byte[] stream, String filter) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(("%PDF-1.4\n1 0 obj<</Length " + stream.length + "/Filter " + filter + ">>stream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(stream);
        out.write("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
