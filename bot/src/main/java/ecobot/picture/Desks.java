package ecobot.picture;

import java.util.concurrent.Semaphore;

/** Lets only so many work at the same time; the others wait their turn. */
final class Desks {

    private final Semaphore free;

    Desks(int number) {
        free = new Semaphore(number, true);
    }

    <T> T at(Work<T> work) throws Refused {
        free.acquireUninterruptibly();
        try {
            return work.done();
        } finally {
            free.release();
        }
    }

    /** What is done at a desk. */
    interface Work<T> {
        T done() throws Refused;
    }
}
