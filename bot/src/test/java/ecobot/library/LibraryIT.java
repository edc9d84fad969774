package ecobot.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ecobot.chat.Templates;
import ecobot.library.FileFault.Flaw;
import ecobot.library.Material.Category;
import ecobot.library.Material.State;
import ecobot.library.Scoring.Scored;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import ecobot.testing.SandboxClient;
import ecobot.workbook.TestSheets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSessionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shelf as people meet it: filled from files, searched in the chat. The materials with {@code probe} in their names are the test's own. */
@EcoBotIT
class LibraryIT {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final String READER = "xinfeng-2";

    private final Materials materials;
    private final Shelf shelf;
    private final Finder finder;
    private final TokenCandidates tokens;
    private final NgramIndex ngrams;
    private final Docs docs;
    private final ApplyingCards cards;
    private final IndexMapper index;
    private final CandidateChoice choice;
    private final Templates templates;
    private final JdbcClient sql;
    private final Plans plans;

    @Value("${local.server.port}")
    private int port;

    @TempDir
    private Path folder;

    private SandboxClient chat;

    @Autowired
    LibraryIT(
            Materials materials,
            Shelf shelf,
            Finder finder,
            TokenCandidates tokens,
            NgramIndex ngrams,
            Docs docs,
            ApplyingCards cards,
            IndexMapper index,
            CandidateChoice choice,
            Templates templates,
            JdbcClient sql,
            SqlSessionFactory sessions) {
        this.materials = materials;
        this.shelf = shelf;
        this.finder = finder;
        this.tokens = tokens;
        this.ngrams = ngrams;
        this.docs = docs;
        this.cards = cards;
        this.index = index;
        this.choice = choice;
        this.templates = templates;
        this.sql = sql;
        this.plans = new Plans(sessions);
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    @AfterEach
    void removeWhatTestsMade() {
        var own = "in (select id from material where file_key like 'own-%')";
        sql.sql("delete from material_index where material_id " + own).update();
        sql.sql("delete from material_word where material_id " + own).update();
        // Once more around it: MySQL does not delete from what it is reading.
        sql.sql(
                        "delete from material where revises in (select own.id from (select id from material where file_key like 'own-%') own)")
                .update();
        sql.sql("update material set superseded_by = null, supersedes = null where file_key like 'own-%'")
                .update();
        sql.sql("delete from material where file_key like 'own-%' or title like '试验清单%'")
                .update();
    }

    @Test
    void what_is_shipped_is_published_found_and_says_what_replaced_it() {
        long old = id("law-probe-old");
        long fresh = id("law-probe-new");

        assertThat(ask("/法规 堆肥 管理办法"))
                .contains("**" + fresh + "** 试验规则：新的**堆肥管理办法**，试字第二号，2024年4月1日起施行")
                .contains("**" + old + "** 试验规则：旧的**堆肥管理办法**", "⚠️ 已被 " + fresh + " 号替代")
                .containsSubsequence("新的", "旧的");
        assertThat(ask("/资料 " + old)).contains("⚠️ 已被 " + fresh + " 号《试验规则：新的堆肥管理办法》替代");
        assertThat(ask("/资料 第42条 堆肥")).contains("**第四十二条**：**堆肥**场要登记");
        assertThat(ask("/知识 堆肥棚怎么除臭")).contains("试验卡片：**堆肥棚**怎么**除臭**");
        assertThat(ask("/案例 堆肥渗滤液")).contains("没有找到", "/资料 堆肥渗滤液");
        assertThat(ask("/资料 999999")).contains("没有 999999 号资料");
        assertThat(materials.published(Category.LAW))
                .extracting(Material::id)
                .contains(fresh)
                .doesNotContain(old);
        assertThat(materials.questions(fresh)).hasSize(1);
    }

    @Test
    void the_one_card_applies_whose_words_cover_most_of_a_report() {
        assertThat(cards.cardFor("竹林村堆肥渗滤液流进河里", Set.of("WASTE", "WATER")).map(Material::id))
                .contains(id("law-probe-new"));
        assertThat(cards.cardFor("竹林村堆肥渗滤液流进河里", Set.of("NOISE")))
                .as("a card for other kinds")
                .isEmpty();
        assertThat(cards.cardFor("", Set.of())).isEmpty();
        fill(2, List.of("渗滤液处理站"), new Random(1));
        sql.sql(
                        "insert into material_word (word, material_id) select '渗滤液处理站', id from material where file_key like 'own-%'")
                .update();
        assertThat(cards.cardFor("渗滤液处理站冒黑水", Set.of())).as("two fit equally").isEmpty();
    }

    @Test
    void a_bureaus_folder_becomes_drafts_and_one_bad_file_stops_no_other() throws IOException {
        Files.createDirectories(folder.resolve("library/materials"));
        write("own-good", file("好文件", "正文一"));
        write("own-bad", file("坏文件", "正文二").replace("category", "kategorie"));
        var imports = new FolderImport(new MaterialFiles(folder.toString()), shelf, templates);

        var first = imports.run(NOW);

        assertThat(first.taken().fresh()).hasSize(1);
        assertThat(first.faults())
                .extracting(FileFault::file, FileFault::line, FileFault::flaw)
                .contains(tuple("own-bad.md", 2, Flaw.UNKNOWN_FIELD));
        long number = first.taken().fresh().get(0);
        assertThat(materials.find(number).orElseThrow().state()).isEqualTo(State.DRAFT);
        assertThat(ask("/资料 " + number)).as("nobody has reviewed it").contains("没有 " + number + " 号资料");
        assertThat(imports.run(NOW).taken().changed()).as("the same again").isEmpty();

        write("own-good", file("好文件", "正文三"));
        assertThat(imports.run(NOW).taken().changed()).containsExactly(number);
        assertThat(materials.find(number).orElseThrow().body()).isEqualTo("正文三");
    }

    @Test
    void a_list_is_checked_corrected_by_another_file_and_kept_when_confirmed() {
        var header = TestSheets.row("类别", "标题", "正文");
        var bad = TestSheets.of(header, TestSheets.row("诗歌", "试验清单一", "正文一"));
        assertThat(chat.sendFile("trainer-1", "资料清单.xlsx", bad, "处要改").text()).contains("有 1 处要改，还没有存", "**A2**");
        var first = TestSheets.of(header, TestSheets.row("知识", "试验清单错字", "正文一"));
        chat.sendFile("trainer-1", "资料清单.xlsx", first, "请确认：存成 1 份草稿");

        // While that waits for an answer.
        var better = TestSheets.of(header, TestSheets.row("知识", "试验清单一", "正文一"), TestSheets.row("案例", "试验清单二", "正文二"));
        assertThat(chat.sendFile("trainer-1", "资料清单.xlsx", better, "请确认").text())
                .contains("存成 2 份草稿", "试验清单二");
        assertThat(ask("trainer-1", "确认")).contains("存成 2 份草稿了");
        assertThat(sql.sql("select title from material where title like '试验清单%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("试验清单一", "试验清单二");
    }

    @Test
    void a_draft_is_corrected_reviewed_by_another_published_taken_back_and_revised() throws IOException {
        Files.createDirectories(folder.resolve("library/materials"));
        write("own-draft", file("试验草稿", "旧的正文"));
        var imports = new FolderImport(new MaterialFiles(folder.toString()), shelf, templates);
        long number = imports.run(NOW).taken().fresh().get(0);

        assertThat(ask("trainer-1", "/资料 改 " + number + " 标题 试验草稿二")).contains("已改 " + number + " 号的标题");
        assertThat(ask("trainer-2", "/资料 " + number)).contains("还没有发布", "没问题就发：/资料 发布 " + number);
        assertThat(ask("trainer-1", "/资料 审核 " + number)).contains("是您写的或改过的，要请另一位审核");
        assertThat(ask("trainer-1", "/资料 发布 " + number)).contains("是您写的或改过的，要请另一位审核");
        assertThat(ask("trainer-2", "/资料 审核 " + number)).contains("审核通过，现在发布吗", "1. 发布");
        ask("trainer-1", "/资料 改 " + number + " 摘要 审核以后写的");
        assertThat(ask("trainer-2", "发布"))
                .as("nobody has seen these words")
                .contains("没有发布", "在您审核以后又动过", "/资料 审核 " + number);
        assertThat(materials.find(number).orElseThrow().state()).isEqualTo(State.DRAFT);
        assertThat(ask("trainer-2", "/资料 审核 " + number)).contains("审核通过，现在发布吗");
        assertThat(ask("trainer-2", "发布")).contains("已发布 " + number + " 号：试验草稿二");
        assertThat(ask("/案例 试验草稿二")).contains("找到 1 份");
        assertThat(ask("trainer-2", "/撤销")).contains("已撤销");
        assertThat(ask("/案例 试验草稿二")).contains("没有找到");
        assertThat(ask("trainer-1", "/资料 发布 " + number)).as("it was reviewed").contains("已发布");

        write("own-draft", file("试验草稿三", "新的正文"));
        long revision = imports.run(NOW).taken().changed().get(0);
        assertThat(revision).isNotEqualTo(number);
        assertThat(materials.find(number).orElseThrow().body()).isEqualTo("旧的正文");
        assertThat(imports.run(NOW).taken().changed()).isEmpty();
        assertThat(ask("trainer-1", "/资料 发布 " + revision)).contains("已发布 " + number + " 号：试验草稿三", "编号不变");
        assertThat(ask("/案例 试验草稿三")).contains("**" + number + "**");

        assertThat(ask("/资料 归档 " + number)).as("words to look for").doesNotContain("已下架");
        assertThat(ask("trainer-1", "/资料 归档 " + number)).contains("已下架");
        assertThat(ask("/案例 试验草稿三")).contains("没有找到");
        assertThat(sql.sql("select action from audit_entry where subject = ? order by id")
                        .param("material:" + number)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "material-edit",
                        "material-review",
                        "material-edit",
                        "material-review",
                        "material-publish",
                        "material-undo",
                        "material-publish",
                        "material-archive");
    }

    @Test
    void nobody_whose_words_are_in_a_draft_reviews_it() throws IOException {
        long number = imported("own-many", "试验多人");
        ask("trainer-1", "/资料 改 " + number + " 正文 一位写的");
        ask("trainer-2", "/资料 改 " + number + " 标签 试验");

        for (var writer : List.of("trainer-1", "trainer-2")) {
            assertThat(ask(writer, "/资料 审核 " + number)).contains("是您写的或改过的，要请另一位审核");
            assertThat(ask(writer, "/资料 发布 " + number)).contains("是您写的或改过的，要请另一位审核");
        }
        assertThat(ask("trainer-1", "/资料 送审 " + number)).contains("管理员一").doesNotContain("宣教员二");
        assertThat(ask("admin-1", "/资料 审核 " + number)).contains("审核通过");
        assertThat(ask("admin-1", "发布")).contains("已发布 " + number + " 号");
        assertThat(ask("trainer-2", "/资料 改 " + number + " 标签 别的")).contains("已经发布，先照旧");
        long revision = revision(number);
        assertThat(ask("trainer-1", "/资料 发布 " + revision))
                .as("what was published is nobody's any more")
                .contains("已发布 " + number + " 号");
    }

    @Test
    void a_correction_does_not_put_back_what_an_update_has_changed() {
        ship("own-shipped", file("试验条例", "第一版"));
        long number = id("own-shipped");
        ask("trainer-1", "/资料 改 " + number + " 摘要 更好的摘要");
        long stale = revision(number);
        ship("own-shipped", file("试验条例", "第二版"));

        assertThat(ask("trainer-2", "/资料 审核 " + stale)).contains("更新过", "/资料 下架 " + stale);
        assertThat(ask("trainer-2", "/资料 发布 " + stale)).contains("没有发布", "更新过");
        assertThat(materials.find(number).orElseThrow().body()).isEqualTo("第二版");

        ask("trainer-1", "/资料 下架 " + stale);
        ask("trainer-1", "/资料 改 " + number + " 摘要 更好的摘要");
        assertThat(ask("trainer-2", "/资料 发布 " + revision(number))).contains("已发布 " + number + " 号");
        assertThat(materials.find(number).orElseThrow())
                .extracting(Material::summary, Material::body)
                .containsExactly("更好的摘要", "第二版");
    }

    @Test
    void a_draft_is_shown_to_no_group() throws IOException {
        long number = imported("own-unseen", "试验未审");

        assertThat(ask("trainer-1", "/资料 " + number)).contains("正文：试验未审");
        assertThat(chat.ask("trainer-1", "cidAll", "/资料 " + number).text())
                .contains("在单聊里发：/资料 " + number)
                .doesNotContain("试验未审");
    }

    @Test
    void what_was_replaced_stays_so_when_another_replacement_is_taken_back() throws IOException {
        long old = imported("own-old", "试验旧法");
        long fresh = imported("own-fresh", "试验新法");
        long third = imported("own-third", "试验又一法");
        ask("trainer-1", "/资料 发布 " + old);
        ask("trainer-1", "/资料 发布 " + fresh);

        assertThat(ask("trainer-2", "/资料 替代 " + third + " " + old)).contains("发布时替代 " + old);
        assertThat(ask("trainer-2", "/资料 替代 " + third + " " + fresh)).contains("发布时替代 " + fresh);
        assertThat(ask("trainer-2", "/撤销")).contains("已撤销");
        assertThat(ask("trainer-1", "/资料 替代 " + fresh + " " + old)).contains("已标为被 " + fresh + " 号替代");

        assertThat(ask("trainer-2", "/资料 发布 " + third))
                .as("it was to replace the same, as before the other wish")
                .contains(old + " 号早已被 " + fresh + " 号替代，照旧");
        assertThat(ask("trainer-2", "/撤销")).contains("已撤销");
        assertThat(materials.find(old).orElseThrow())
                .extracting(Material::state, Material::supersededBy)
                .containsExactly(State.SUPERSEDED, fresh);
        assertThat(ask("trainer-2", "/资料 替代 " + third + " " + old))
                .contains("已经被 " + fresh + " 号替代，没有改", "/资料 替代 " + third + " " + fresh);
    }

    @Test
    void a_mistyped_replacement_and_its_taking_back_put_nothing_in_force_again() throws IOException {
        long old = imported("own-old", "试验旧法");
        long fresh = imported("own-fresh", "试验新法");
        long third = imported("own-third", "试验又一法");
        List.of(old, fresh, third).forEach(number -> ask("trainer-1", "/资料 发布 " + number));
        ask("trainer-1", "/资料 替代 " + fresh + " " + old);

        var said = ask("trainer-2", "/资料 替代 " + third + " " + old);
        ask("trainer-2", "/撤销");

        assertThat(materials.find(old).orElseThrow())
                .extracting(Material::state, Material::supersededBy)
                .containsExactly(State.SUPERSEDED, fresh);
        assertThat(said).contains(old + " 号已经被 " + fresh + " 号替代，没有改");
    }

    @Test
    void what_is_replaced_while_it_is_archived_comes_back_as_replaced() throws IOException {
        long old = imported("own-old", "试验旧法");
        long fresh = imported("own-fresh", "试验新法");
        ask("trainer-1", "/资料 发布 " + old);
        ask("trainer-1", "/资料 发布 " + fresh);

        ask("trainer-2", "/资料 归档 " + old);
        ask("trainer-1", "/资料 替代 " + fresh + " " + old);
        assertThat(ask("trainer-2", "/撤销")).contains("已撤销");

        assertThat(materials.find(old).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
    }

    @Test
    void two_hundred_searches_give_the_same_by_tokens_by_ngrams_and_without_any_index() {
        var random = new Random(11);
        var words = words();
        fill(120, words, random);
        assertThat(docs.all()).as("the application remembers everything").isPresent();
        var byIndex = new Finder(choice, new Docs(index, index.characters() - 1), templates);
        var indexes = ngrams.isThere() ? List.of(ngrams, new ModelOfNgrams(sql)) : List.of(new ModelOfNgrams(sql));
        var reader = new QueryReader(List.of(List.of("秸秆", "露天焚烧")), List.of(), "第(?<n>\\d{1,4})(?=条)");

        int found = 0;
        for (int i = 0; i < 200; i++) {
            var query = reader.read(search(words, random));

            var byTokens = byIndex.find(query, null, tokens).hits();

            for (var ngrams : indexes) {
                assertThat(numbers(byIndex.find(query, null, new NgramCandidates(ngrams, tokens))
                                .hits()))
                        .as(query.toString())
                        .isEqualTo(numbers(byTokens));
            }
            assertThat(numbers(finder.find(query, null, nothing()).hits()))
                    .as("%s from memory", query)
                    .isEqualTo(numbers(byTokens));
            found += byTokens.isEmpty() ? 0 : 1;
        }
        assertThat(found).as("most of the searches find something").isGreaterThan(150);
    }

    @Test
    void statements_use_an_index() {
        fill(300, words(), new Random(2));
        sql.sql("analyze table material, material_index").query().listOfRows();

        assertThat(plans.of(IndexMapper.class, "matching", Map.of("tokens", "+" + Grams.token("试验"))))
                .allSatisfy(step -> assertThat(step.type()).isEqualTo("fulltext"));
        assertThat(plans.readingAll(IndexMapper.class, "docs", Map.of("ids", List.of(1L, 2L, 3L)), "i", "m"))
                .isEmpty();
        var parts = Map.of("words", List.of("秸秆", "焚烧", "露天焚烧"));
        assertThat(plans.readingAll(ApplyingCardMapper.class, "withWords", parts, "m"))
                .isEmpty();
        assertThat(plans.of(ApplyingCardMapper.class, "withWords", parts))
                .filteredOn(step -> step.table().equals("w"))
                .allSatisfy(step -> assertThat(step.key()).isEqualTo("PRIMARY"));
        var newest = Map.of("category", Category.CASE, "most", 5);
        assertThat(plans.readingAll(MaterialMapper.class, "newestOf", newest, "material"))
                .isEmpty();
        assertThat(plans.of(MaterialMapper.class, "newest", newest))
                .allSatisfy(step -> assertThat(step.key()).isEqualTo("ix_material__newest"));
        assertThat(plans.of(MaterialMapper.class, "countPublishedOf", newest))
                .allSatisfy(step -> assertThat(step.key()).startsWith("ix_material__"));
    }

    private List<String> words() {
        return List.of(
                "秸秆", "露天焚烧", "危险废物", "水", "河道", "VOCs", "PM2.5", "噪声", "夜间施工", "第七十七条", "排污许可", "扬尘", "油烟", "12369");
    }

    private void fill(int count, List<String> words, Random random) {
        var found = new ArrayList<MaterialFiles.Found>();
        for (int i = 0; i < count; i++) {
            var body = random.ints(12, 0, words.size())
                    .mapToObj(n -> words.get(n) + (random.nextInt(3) == 0 ? "，" : ""))
                    .collect(Collectors.joining());
            var text = file("试验" + words.get(random.nextInt(words.size())) + i, body);
            found.add(shipped("own-" + i, text));
        }
        shelf.take(found, NOW);
    }

    private void ship(String key, String text) {
        shelf.take(List.of(shipped(key, text)), NOW);
    }

    private static MaterialFiles.Found shipped(String key, String text) {
        var file = new MaterialFileReader(Set.of()).read(key + ".md", text).file();
        return new MaterialFiles.Found(Objects.requireNonNull(file), true);
    }

    /** The draft of other words that was made last for a material. */
    private long revision(long number) {
        return sql.sql("select max(id) from material where revises = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private static String search(List<String> words, Random random) {
        var one = words.get(random.nextInt(words.size()));
        var other = words.get(random.nextInt(words.size()));
        return switch (random.nextInt(6)) {
            case 0 -> one;
            case 1 -> one + " " + other;
            case 2 -> one + other;
            case 3 -> one.substring(0, 1);
            case 4 -> "试验" + one;
            default -> one.substring(one.length() / 2) + other.substring(0, (other.length() + 1) / 2);
        };
    }

    /** An index that must not be asked. */
    private static Candidates nothing() {
        return new Candidates() {
            @Override
            public List<Candidate> all(Query query) {
                throw new AssertionError("asked for " + query);
            }

            @Override
            public List<Candidate> any(List<String> grams) {
                throw new AssertionError("asked for " + grams);
            }
        };
    }

    private static List<Long> numbers(List<Scored> hits) {
        return hits.stream().map(hit -> hit.doc().id()).toList();
    }

    /** Lays a bureau's own file on the shelf as a draft that nobody has written; answers its number. */
    private long imported(String key, String title) throws IOException {
        Files.createDirectories(folder.resolve("library/materials"));
        write(key, file(title, "正文：" + title));
        var imports = new FolderImport(new MaterialFiles(folder.toString()), shelf, templates);
        return imports.run(NOW).taken().fresh().get(0);
    }

    private void write(String key, String text) throws IOException {
        Files.writeString(folder.resolve("library/materials/" + key + ".md"), text);
    }

    private static String file(String title, String body) {
        return """
                ---
                category: CASE
                title: %s
                summary: 测试用的资料
                source: 测试
                ---
                %s
                """.formatted(title, body);
    }

    @Test
    void pasted_page_is_no_search() {
        assertThat(ask("/法规 " + "水".repeat(SearchDesk.LONGEST_SEARCH + 1)))
                .contains("最多 60 个字", "例如：/法规 秸秆")
                .doesNotContain("水水");
        assertThat(ask("/法规 " + "水".repeat(SearchDesk.LONGEST_SEARCH))).doesNotContain("最多");
    }

    private String ask(String text) {
        return ask(READER, text);
    }

    private String ask(String staffId, String text) {
        return chat.ask(staffId, "private:" + staffId, text).text();
    }

    private long id(String key) {
        return sql.sql("select id from material where file_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
