package ecobot.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;

class PassingTroubleTest {

    @ParameterizedTest
    @ValueSource(ints = {1213, 1205, 1020})
    void lock_conflicts_pass_however_deep_they_are_wrapped(int code) {
        assertThat(PassingTrouble.is(
                        new IllegalStateException(new RuntimeException(new SQLException("", "HY000", code)))))
                .isTrue();
    }

    @Test
    void lost_connection_passes() {
        assertThat(PassingTrouble.is(new SQLException("", "08S01"))).isTrue();
    }

    @Test
    void mistakes_do_not_pass() {
        assertThat(PassingTrouble.is(new DuplicateKeyException("", new SQLException("", "23000", 1062))))
                .isFalse();
        assertThat(PassingTrouble.is(new IllegalStateException("ours"))).isFalse();
    }

    @Test
    void short_form_names_no_value() {
        assertThat(PassingTrouble.inShort(new RuntimeException(new SQLException("secret", "23000", 1062))))
                .isEqualTo("SQLException 1062 23000");
    }
}
