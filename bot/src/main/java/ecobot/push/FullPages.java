package ecobot.push;

import java.net.URI;
import java.util.Optional;

/**
 * Where a material can be read in full outside the chat. Implemented by the room with the web pages. The addresses are signed: whoever has one may
 * read that material and nothing else.
 */
public interface FullPages {

    /** What goes into a group, the same for all its members; empty when there are no pages for people outside this machine. */
    Optional<URI> inGroup(long materialId, long groupId);

    /** What goes to one person in private; opening it counts as reading. Empty like {@link #inGroup}. */
    Optional<URI> inPrivate(long materialId, long memberId);
}
