package ecobot.chat;

import ecobot.roster.Member;

/** What a command says once that has come which it waited for: a file, as a rule. */
public interface LateAnswers {

    /**
     * Stores the answer to a person in private, in the caller's transaction; it leaves after the commit. Its question, if there is one, is open
     * from now on, in place of any other; attachments, notes and undoing are not for late answers.
     *
     * @param key deterministic and unique: of two answers with one key the second is not stored
     * @param conversationId the private conversation with this person
     * @param command English name of the command that answers
     * @return false when there was one with this key before
     */
    boolean answer(String key, Member member, String conversationId, String command, Reply reply);
}
