package ecobot.push;

import ecobot.library.Material.Category;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of material that groups can subscribe to. */
@Configuration(proxyBeanMethods = false)
class StandingPosts {

    @Bean
    StandingPost laws(Shelf shelf, PushLedger ledger, Cards cards) {
        return new StandingPost("laws", Category.LAW, shelf, ledger, cards);
    }

    @Bean
    StandingPost cases(Shelf shelf, PushLedger ledger, Cards cards) {
        return new StandingPost("cases", Category.CASE, shelf, ledger, cards);
    }

    @Bean
    StandingPost knowledge(Shelf shelf, PushLedger ledger, Cards cards) {
        return new StandingPost("knowledge", Category.KNOWLEDGE, shelf, ledger, cards);
    }

    @Bean
    StandingPost policies(Shelf shelf, PushLedger ledger, Cards cards) {
        return new StandingPost("policies", Category.POLICY, shelf, ledger, cards);
    }
}
