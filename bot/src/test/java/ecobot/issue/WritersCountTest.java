package ecobot.issue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who writes what the counters are made of also tells the counters. */
class WritersCountTest {

    /** Methods that write an issue, or a line of its history. That a place was noted counts nowhere. */
    private static final Set<String> WRITES = Set.of("add", "addWhole", "addMove", "addMoves", "setCourse", "redate");

    private static final ArchRule WRITERS_COUNT =
            classes().that(write()).should().dependOnClassesThat().areAssignableTo(Counters.class);

    @Test
    void all_who_write_issues_tell_the_counters() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ecobot");

        assertThat(ours.that(write())).extracting(JavaClass::getSimpleName).contains("Mover", "Family", "Redating");
        WRITERS_COUNT.check(ours);
    }

    @Test
    void one_who_does_not_is_found() {
        var forgetful = new ClassFileImporter().importClasses(Forgetful.class);

        assertThatThrownBy(() -> WRITERS_COUNT.check(forgetful)).hasMessageContaining("Forgetful");
    }

    private static DescribedPredicate<JavaClass> write() {
        return DescribedPredicate.describe(
                "write issues",
                writer -> writer.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> WRITES.contains(call.getTarget().getName())
                                && Set.of(IssueMapper.class.getName(), DeadlineMapper.class.getName())
                                        .contains(call.getTargetOwner().getName())));
    }

    private record Forgetful(IssueMapper mapper) {
        void write() {
            mapper.addMoves(java.util.List.of());
        }
    }
}
