package io.quittance.allocation.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Lets whoever comes first work for all who wait. Nobody waits for company: a caller that finds no work under way begins at
 * once with what waits, which is its own wish alone; who comes meanwhile waits, and the first of them then works for all.
 *
 * @param <W> what a caller wants
 * @param <R> what it gets
 */
public final class Together<W, R> {

    private final int most;
    private final Function<List<W>, List<R>> work;
    private final Deque<Waiting<W, R>> queue = new ArrayDeque<>();
    private boolean led;

    /** What a waiting caller is told. */
    private sealed interface Word<R> {

        record Lead<R>() implements Word<R> {
        }

        record Done<R>(R result) implements Word<R> {
        }

        record Broken<R>(Throwable cause) implements Word<R> {
        }
    }

    private record Waiting<W, R>(W wish, CompletableFuture<Word<R>> told) {
    }

    /**
     * @param most how many wishes are worked on together
     * @param work answers as many results as it was given wishes, in their order; what it throws goes to each of those callers
     */
    public Together(int most, Function<List<W>, List<R>> work) {
        this.most = most;
        this.work = work;
    }

    /** Returns when the wish was worked on, by this thread or by another. */
    public R take(W wish) {
        Waiting<W, R> mine = new Waiting<>(wish, new CompletableFuture<>());
        boolean first;
        synchronized (queue) {
            queue.add(mine);
            first = !led;
            led = true;
        }
        // not to be interrupted: somebody may be working on the wish already
        Word<R> word = first ? new Word.Lead<>() : mine.told().join();
        return switch (word) {
            case Word.Lead<R> _ -> lead();
            case Word.Done<R>(R result) -> result;
            case Word.Broken<R>(Throwable cause) -> throw new IllegalStateException("whoever worked for this caller broke off", cause);
        };
    }

    /** How many wait to be worked on. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    /** The leader's own wish is the oldest. */
    private R lead() {
        List<Waiting<W, R>> batch = new ArrayList<>();
        synchronized (queue) {
            while (batch.size() < most && !queue.isEmpty()) {
                batch.add(queue.remove());
            }
        }
        List<R> results = null;
        Throwable broken = new IllegalStateException("no result");
        try {
            results = work.apply(batch.stream().map(Waiting::wish).toList());
            if (results.size() != batch.size()) {
                throw new IllegalStateException(batch.size() + " wishes were answered by " + results.size() + " results");
            }
            broken = null;
            return results.getFirst();
        } catch (RuntimeException | Error failed) {
            broken = failed;
            throw failed;
        } finally {
            handOn();
            for (int i = 1; i < batch.size(); i++) {
                batch.get(i).told().complete(broken == null ? new Word.Done<>(results.get(i)) : new Word.Broken<>(broken));
            }
        }
    }

    private void handOn() {
        Waiting<W, R> next;
        synchronized (queue) {
            next = queue.peek();
            led = next != null;
        }
        if (next != null) {
            next.told().complete(new Word.Lead<>());
        }
    }
}
