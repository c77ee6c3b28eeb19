package io.quittance.allocation.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Lets callers work for one another when many come at once. Nobody waits for company. While few are present, each works at once
 * on its own wish, beside the others. When more are present, one of them works for all who wait, and the first of those who
 * came meanwhile works for the next: fewer and larger pieces of work cost less than many that compete.
 *
 * @param <W> what a caller wants
 * @param <R> what it gets
 */
public final class Together<W, R> {

    private final int few;
    private final int most;
    private final Function<List<W>, List<R>> work;
    private final Deque<Waiting<W, R>> queue = new ArrayDeque<>();
    private int present;
    private int leaders;
    /** How many were present lately: falls by one with each caller that finds fewer, so that a lull of an instant is none. */
    private int crowd;

    /** What a waiting caller is told. */
    private sealed interface Word<W, R> {

        /** @param group the caller's own wish and those that came after it */
        record Lead<W, R>(List<Waiting<W, R>> group) implements Word<W, R> {
        }

        record Done<W, R>(R result) implements Word<W, R> {
        }

        record Broken<W, R>(Throwable cause) implements Word<W, R> {
        }
    }

    private record Waiting<W, R>(W wish, CompletableFuture<Word<W, R>> told) {
    }

    /**
     * @param few  how many callers work beside one another before they begin to work for one another
     * @param most how many wishes are worked on together
     * @param work answers as many results as it was given wishes, in their order; what it throws goes to each of those callers
     */
    public Together(int few, int most, Function<List<W>, List<R>> work) {
        this.few = few;
        this.most = most;
        this.work = work;
    }

    /** Returns when the wish was worked on, by this thread or by another. */
    public R take(W wish) {
        Waiting<W, R> mine = new Waiting<>(wish, new CompletableFuture<>());
        synchronized (queue) {
            present++;
            crowd = Math.max(present, crowd - 1);
            queue.add(mine);
            begin();
        }
        try {
            // not to be interrupted: somebody may be working on the wish already
            return switch (mine.told().join()) {
                case Word.Lead<W, R>(List<Waiting<W, R>> group) -> lead(group);
                case Word.Done<W, R>(R result) -> result;
                case Word.Broken<W, R>(Throwable cause) ->
                    throw new IllegalStateException("whoever worked for this caller broke off", cause);
            };
        } finally {
            synchronized (queue) {
                present--;
            }
        }
    }

    /** How many wait to be worked on. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    /** Tells whoever waits longest to work for all who wait, if there may be another one at work. */
    private void begin() {
        if (!queue.isEmpty() && leaders < (crowd > few ? 1 : few)) {
            leaders++;
            List<Waiting<W, R>> group = new ArrayList<>();
            while (group.size() < most && !queue.isEmpty()) {
                group.add(queue.remove());
            }
            group.getFirst().told().complete(new Word.Lead<>(group));
        }
    }

    /** The leader's own wish is the first. */
    private R lead(List<Waiting<W, R>> group) {
        List<R> results = null;
        Throwable broken = new IllegalStateException("no result");
        try {
            results = work.apply(group.stream().map(Waiting::wish).toList());
            if (results.size() != group.size()) {
                throw new IllegalStateException(group.size() + " wishes were answered by " + results.size() + " results");
            }
            broken = null;
            return results.getFirst();
        } catch (RuntimeException | Error failed) {
            broken = failed;
            throw failed;
        } finally {
            synchronized (queue) {
                leaders--;
                begin();
            }
            for (int i = 1; i < group.size(); i++) {
                group.get(i).told().complete(broken == null ? new Word.Done<>(results.get(i)) : new Word.Broken<>(broken));
            }
        }
    }
}
