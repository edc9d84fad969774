package ecobot.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ecobot.library.FileFault.Flaw;
import ecobot.library.Material.Category;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaterialFileReaderTest {

    private static final String GOOD = """
            ---
            category: LAW
            title: 试验办法
            summary: 一句话
            source: 某机关
            url: https://example.org/law
            documentNumber: 第一号
            issuedOn: 2024-03-01
            effectiveOn: 2024-04-01
            tags: [固废, 秸秆]
            kinds: [WASTE]
            words: [露天堆放]
            quiz:
              - question: 问？
                options: [甲, 乙]
                answer: B
                explanation: 因为
            ---
            ### 第一条
            正文**重点**。
            """;

    private final MaterialFileReader reader = new MaterialFileReader(Set.of("WASTE", "AIR"));

    @Test
    void a_good_file_becomes_a_material() {
        var outcome = reader.read("law-try.md", GOOD);

        assertThat(outcome.faults()).isEmpty();
        var file = outcome.file();
        assertThat(file).isNotNull();
        assertThat(file.key()).isEqualTo("law-try");
        assertThat(file.category()).isEqualTo(Category.LAW);
        assertThat(file.effectiveOn()).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(file.tags()).containsExactly("固废", "秸秆");
        assertThat(file.quiz()).containsExactly(new QuizQuestion(1, "问？", List.of("甲", "乙"), 1, "因为"));
        assertThat(file.body()).startsWith("### 第一条");
    }

    @Test
    void windows_line_ends_and_byte_order_mark_are_the_same_file() {
        var windows = reader.read("law-try.md", "\uFEFF" + GOOD.replace("\n", "\r\n"));

        assertThat(windows.file()).isEqualTo(reader.read("law-try.md", GOOD).file());
    }

    @Test
    void every_mistake_is_told_with_its_line() {
        var bad = GOOD.replace("category: LAW", "category: 法律")
                .replace("source: 某机关", "sauce: 某机关")
                .replace("https://example", "http://example")
                .replace("2024-04-01", "2024年4月1日")
                .replace("[WASTE]", "[垃圾]")
                .replace("[露天堆放]", "[堆]")
                .replace("answer: B", "answer: C")
                .replace("正文", "正文![图](https://example.org/x.png)");

        assertThat(reader.read("law-try.md", bad).file()).isNull();
        assertThat(reader.read("law-try.md", bad).faults())
                .extracting(FileFault::line, FileFault::flaw)
                .containsExactly(
                        tuple(2, Flaw.NOT_A_CATEGORY),
                        tuple(2, Flaw.MISSING),
                        tuple(5, Flaw.UNKNOWN_FIELD),
                        tuple(6, Flaw.NOT_HTTPS),
                        tuple(9, Flaw.NOT_A_DATE),
                        tuple(11, Flaw.NOT_A_KIND),
                        tuple(12, Flaw.WORD_LENGTH),
                        tuple(16, Flaw.QUIZ),
                        tuple(20, Flaw.NOT_FOR_PHONES));
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        assertThat(reader.read("law-try.md", GOOD.replace("title: 试验办法", "title: \"试验"))
                        .faults())
                .anySatisfy(fault -> assertThat(fault.flaw()).isEqualTo(Flaw.NOT_YAML));
        assertThat(reader.read("law-try.md", GOOD.replace("title: 试验办法", "\ttitle: x"))
                        .faults())
                .extracting(FileFault::line)
                .containsExactly(3);
        assertThat(reader.read("law-try.md", "只有正文").faults())
                .extracting(FileFault::flaw)
                .containsExactly(Flaw.NO_FRONT_MATTER);
        assertThat(reader.read("坏名字.md", GOOD).faults())
                .extracting(FileFault::flaw)
                .containsExactly(Flaw.BAD_NAME);
    }

    @Test
    void no_damage_to_a_file_breaks_the_reader() {
        var random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder(GOOD);
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, "{}[]:-\"'&*\n#|> !".charAt(random.nextInt(16)));
                }
            }

            var outcome = reader.read("law-try.md", text.toString());

            assertThat(outcome.file() == null).isEqualTo(!outcome.faults().isEmpty());
        }
    }
}
