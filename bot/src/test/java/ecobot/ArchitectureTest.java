package ecobot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The house's floor plan as a test. Every rule was seen to fail: {@link #every_rule_can_fail} shows each one a class that breaks it.
 */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ecobot");

    /** Which rooms a room may use, as in the README's map. A room that is not listed here may use nothing. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("calendar", Set.of()),
            Map.entry("scheduler", Set.of("calendar")),
            Map.entry("text", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("workbook", Set.of()),
            Map.entry("picture", Set.of("calendar")),
            Map.entry("roster", Set.of("text", "database")),
            Map.entry("audit", Set.of("roster")),
            Map.entry("media", Set.of("audit", "database", "picture")),
            Map.entry("inbox", Set.of("audit", "database", "media")),
            Map.entry("outbox", Set.of("calendar", "audit", "database", "media")),
            Map.entry(
                    "chat",
                    Set.of("calendar", "scheduler", "text", "database", "roster", "audit", "media", "inbox", "outbox")),
            Map.entry("deadline", Set.of("calendar", "text", "chat")),
            Map.entry(
                    "issue",
                    Set.of(
                            "calendar",
                            "scheduler",
                            "text",
                            "database",
                            "picture",
                            "roster",
                            "audit",
                            "media",
                            "inbox",
                            "outbox",
                            "chat",
                            "deadline")),
            Map.entry("report", Set.of("text", "roster", "media", "inbox", "chat", "deadline", "issue", "library")),
            Map.entry(
                    "ranking",
                    Set.of(
                            "calendar",
                            "scheduler",
                            "text",
                            "workbook",
                            "picture",
                            "roster",
                            "audit",
                            "media",
                            "inbox",
                            "chat",
                            "issue",
                            "push")),
            Map.entry(
                    "training",
                    Set.of(
                            "calendar",
                            "scheduler",
                            "database",
                            "text",
                            "workbook",
                            "roster",
                            "audit",
                            "media",
                            "inbox",
                            "outbox",
                            "chat",
                            "deadline",
                            "library")),
            Map.entry("almanac", Set.of("calendar", "scheduler", "text", "roster", "audit", "media", "inbox", "chat")),
            Map.entry(
                    "reminder",
                    Set.of("calendar", "scheduler", "text", "roster", "audit", "media", "inbox", "chat", "issue")),
            Map.entry(
                    "library",
                    Set.of(
                            "calendar",
                            "scheduler",
                            "text",
                            "workbook",
                            "database",
                            "roster",
                            "audit",
                            "media",
                            "inbox",
                            "chat")),
            Map.entry("quiz", Set.of("calendar", "scheduler", "text", "roster", "inbox", "chat", "library")),
            Map.entry(
                    "push",
                    Set.of(
                            "calendar",
                            "scheduler",
                            "text",
                            "database",
                            "roster",
                            "audit",
                            "media",
                            "inbox",
                            "outbox",
                            "chat",
                            "deadline",
                            "library",
                            "quiz")),
            Map.entry("delivery", Set.of("text", "roster", "audit", "inbox", "outbox", "chat")),
            Map.entry(
                    "plan",
                    Set.of(
                            "calendar",
                            "scheduler",
                            "text",
                            "database",
                            "roster",
                            "audit",
                            "media",
                            "inbox",
                            "outbox",
                            "chat")),
            Map.entry("dingtalk", Set.of("calendar", "text", "roster", "audit", "media", "inbox", "outbox", "chat")),
            Map.entry("console", Set.of("media", "chat", "library", "push")),
            Map.entry("sandbox", Set.of("calendar", "scheduler", "dingtalk")));

    @Test
    void rooms_have_no_cycles_and_reach_only_each_others_faces() {
        ApplicationModules.of(EcoBot.class).verify();
    }

    @TestFactory
    Stream<DynamicTest> room_uses_only_the_floors_below() {
        return MAY_USE.keySet().stream()
                .sorted()
                .map(room -> DynamicTest.dynamicTest(
                        room, () -> mayUse(room, MAY_USE.get(room)).check(OURS)));
    }

    @Test
    void every_room_is_on_the_plan() {
        var rooms = OURS.stream()
                .map(c -> c.getPackageName().split("\\."))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1])
                .distinct()
                .toList();

        Assertions.assertThat(rooms).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    private static ArchRule mayUse(String room, Set<String> others) {
        var allowed = Stream.concat(
                        Stream.of("ecobot", "ecobot." + room + ".."),
                        others.stream().map(o -> "ecobot." + o))
                .toArray(String[]::new);
        var strangers = DescribedPredicate.describe(
                "rooms that " + room + " may not use",
                (com.tngtech.archunit.core.domain.JavaClass c) ->
                        c.getPackageName().startsWith("ecobot")
                                && Stream.of(allowed).noneMatch(a -> matches(a, c.getPackageName())));
        return noClasses()
                .that()
                .resideInAPackage("ecobot." + room + "..")
                .should()
                .dependOnClassesThat(strangers)
                .allowEmptyShould(false);
    }

    private static boolean matches(String pattern, String packageName) {
        return com.tngtech.archunit.core.domain.PackageMatcher.of(pattern).matches(packageName);
    }

    private static final ArchRule QUARTZ_STAYS_HIDDEN = noClasses()
            .that()
            .resideOutsideOfPackage("ecobot.scheduler..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quartz..");

    private static final ArchRule PLATFORM_SDK_STAYS_HIDDEN = noClasses()
            .that()
            .resideOutsideOfPackage("ecobot.dingtalk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.aliyun..", "com.dingtalk..");

    private static final ArchRule TEMPLATE_ENGINE_STAYS_HIDDEN = noClasses()
            .that()
            .resideOutsideOfPackage("ecobot.chat..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.samskivert..");

    private static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe("now() without a clock", ArchitectureTest::readsTheMachine));

    /** On two cores it has a single thread: whoever waits in it holds up everybody else. */
    private static final ArchRule SHARED_POOL_IS_LEFT_ALONE = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "an asynchronous step without an executor", ArchitectureTest::usesTheSharedPool));

    private static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            fields().should().notBeAnnotatedWith(Autowired.class);

    private static final ArchRule NULL_MARKED_ROOMS = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class);

    private static final List<ArchRule> RULES = List.of(
            QUARTZ_STAYS_HIDDEN,
            PLATFORM_SDK_STAYS_HIDDEN,
            TEMPLATE_ENGINE_STAYS_HIDDEN,
            TIME_COMES_FROM_A_CLOCK,
            SHARED_POOL_IS_LEFT_ALONE,
            NOTHING_IS_INJECTED_INTO_FIELDS);

    @TestFactory
    Stream<DynamicTest> rule_holds() {
        return Stream.concat(RULES.stream(), Stream.of(NULL_MARKED_ROOMS))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(OURS)));
    }

    @TestFactory
    Stream<DynamicTest> every_rule_can_fail() {
        var culprit = new ClassFileImporter().importClasses(Culprit.class);
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> Assertions.assertThatThrownBy(() -> rule.check(culprit))
                                .isInstanceOf(AssertionError.class)));
    }

    @Test
    void floor_plan_can_fail() {
        Assertions.assertThatThrownBy(() -> mayUse("chat", Set.of()).check(OURS))
                .isInstanceOf(AssertionError.class);
    }

    private static boolean usesTheSharedPool(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(CompletionStage.class)
                && call.getTarget().getName().endsWith("Async")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Executor.class));
    }

    private static boolean readsTheMachine(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        var name = call.getTarget().getName();
        var timeless = Stream.of(
                        Instant.class,
                        LocalDate.class,
                        LocalDateTime.class,
                        OffsetDateTime.class,
                        YearMonth.class,
                        ZonedDateTime.class)
                .anyMatch(owner::isEquivalentTo);
        return (timeless
                        && name.equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(p -> p.isEquivalentTo(Clock.class)))
                || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"));
    }

    /** Breaks every rule. */
    @SuppressWarnings("unused")
    private static final class Culprit {
        @Autowired
        private org.quartz.Scheduler quartz;

        private com.aliyun.teaopenapi.models.Config sdk;
        private com.samskivert.mustache.Template template;
        private final Instant now = Instant.now();
        private final CompletableFuture<Void> shared = CompletableFuture.runAsync(() -> {});
    }
}
