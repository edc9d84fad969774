package ecobot.chat;

import ecobot.roster.Member;

/** What a command does with a file that was sent to it; a bean, found by its {@link #command}. */
public interface FileTaker {

    /** English name of the command. */
    String command();

    /** Whether this person may still send it one when the file has come. */
    boolean mayTake(Member member);

    /** What is said while the file is on its way. */
    Reply waiting(SentFile file);

    /** What is said of it once it has come, or never will: {@link SentFiles#content} is empty then. */
    Reply read(SentFile file, Member sender);
}
