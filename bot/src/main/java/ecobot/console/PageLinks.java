package ecobot.console;

import ecobot.push.FullPages;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Signed addresses of full pages. */
@Component
class PageLinks implements FullPages {

    private final ConsoleSettings settings;
    private final ObjectProvider<LocalAddress> local;
    private final PageKey key;

    PageLinks(ConsoleSettings settings, ObjectProvider<LocalAddress> local, PageKey key) {
        this.settings = settings;
        this.local = local;
        this.key = key;
    }

    @Override
    public Optional<URI> inGroup(long materialId, long groupId) {
        return address(new PageToken(materialId, true, groupId));
    }

    @Override
    public Optional<URI> inPrivate(long materialId, long memberId) {
        return address(new PageToken(materialId, false, memberId));
    }

    private Optional<URI> address(PageToken token) {
        return base().map(base -> URI.create(
                base.toString().replaceFirst("/+$", "") + MaterialPageController.PATH + "/" + token.signedBy(key)));
    }

    private Optional<URI> base() {
        return Optional.ofNullable(settings.baseUrl())
                .or(() -> Optional.ofNullable(local.getIfAvailable()).flatMap(LocalAddress::base));
    }
}
