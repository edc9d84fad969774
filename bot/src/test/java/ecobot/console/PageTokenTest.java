package ecobot.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTokenTest {

    private final PageKey key = key("c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTAwMDE=");

    @Test
    void address_says_what_it_was_made_for() {
        var token = new PageToken(12, false, 34);

        assertThat(PageToken.of(token.signedBy(key), key)).contains(token);
    }

    @Test
    void no_other_material_person_or_kind_can_be_read_from_it() {
        var text = new PageToken(12, true, 34).signedBy(key);

        assertThat(PageToken.of(text.replaceFirst("12", "13"), key)).isEmpty();
        assertThat(PageToken.of(text.replaceFirst("g34", "g35"), key)).isEmpty();
        assertThat(PageToken.of(text.replaceFirst("g34", "p34"), key)).isEmpty();
        assertThat(PageToken.of(text.substring(0, text.length() - 1), key)).isEmpty();
        assertThat(PageToken.of("12-g34", key)).isEmpty();
        assertThat(PageToken.of("", key)).isEmpty();
    }

    @Test
    void another_secret_makes_another_address() {
        var other = key("c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTAwMDI=");

        assertThat(PageToken.of(new PageToken(12, true, 34).signedBy(other), key))
                .isEmpty();
    }

    @Test
    void first_start_makes_a_secret_and_the_next_finds_it() {
        var rows = new Kept(null);

        assertThat(started(rows).sign("text")).isEqualTo(started(rows).sign("text"));
    }

    private static PageKey key(String secret) {
        return started(new Kept(secret));
    }

    private static PageKey started(Kept rows) {
        var key = new PageKey(rows);
        key.afterSingletonsInstantiated();
        return key;
    }

    private static final class Kept implements PageKeyMapper {
        private @org.jspecify.annotations.Nullable String secret;

        Kept(@org.jspecify.annotations.Nullable String secret) {
            this.secret = secret;
        }

        @Override
        public @org.jspecify.annotations.Nullable String find() {
            return secret;
        }

        @Override
        public void add(String fresh) {
            secret = fresh;
        }
    }
}
