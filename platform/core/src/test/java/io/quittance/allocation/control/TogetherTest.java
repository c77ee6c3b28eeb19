package io.quittance.allocation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TogetherTest {

    private static final int SLOW = 0;

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final Together<Integer, String> together = new Together<>(1, 4, this::work);

    private List<String> work(List<Integer> wishes) {
        groups.add(wishes);
        if (wishes.contains(SLOW)) {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        if (wishes.stream().anyMatch(wish -> wish < 0)) {
            throw new IllegalArgumentException("spoilt");
        }
        return wishes.stream().map(wish -> "done " + wish).toList();
    }

    @Test
    void who_comes_alone_works_alone_and_at_once() {
        assertThat(together.take(1)).isEqualTo("done 1");
        assertThat(together.take(2)).isEqualTo("done 2");
        assertThat(groups).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void who_comes_while_work_is_under_way_is_worked_on_together_each_with_a_result_of_its_own() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            Future<String> first = threads.submit(() -> together.take(SLOW));
            begun.await();
            List<Future<String>> others = others(together, threads, 1, 6);
            go.countDown();
            assertThat(first.get()).isEqualTo("done 0");
            for (int i = 0; i < others.size(); i++) {
                assertThat(others.get(i).get()).isEqualTo("done " + (i + 1));
            }
        }
        assertThat(groups).hasSize(3);
        assertThat(groups.stream().mapToInt(List::size)).containsExactly(1, 4, 2);
    }

    @Test
    void a_few_work_beside_one_another() throws Exception {
        Together<Integer, String> beside = new Together<>(3, 4, this::work);
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            Future<String> slow = threads.submit(() -> beside.take(SLOW));
            begun.await();
            assertThat(beside.take(1)).isEqualTo("done 1");
            assertThat(beside.take(2)).isEqualTo("done 2");
            assertThat(slow.isDone()).isFalse();
            go.countDown();
            assertThat(slow.get()).isEqualTo("done 0");
        }
        assertThat(groups).containsExactly(List.of(SLOW), List.of(1), List.of(2));
    }

    @Test
    void a_crowd_works_together_and_few_beside_one_another_again_when_it_is_gone() throws Exception {
        Together<Integer, String> changing = new Together<>(2, 4, this::work);
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            List<Future<String>> slow = List.of(threads.submit(() -> changing.take(SLOW)), threads.submit(() -> changing.take(SLOW)));
            while (groups.size() < 2) {
                Thread.sleep(1);
            }
            List<Future<String>> crowd = others(changing, threads, 1, 3);
            go.countDown();
            for (Future<String> caller : slow) {
                assertThat(caller.get()).isEqualTo("done 0");
            }
            for (int i = 0; i < crowd.size(); i++) {
                assertThat(crowd.get(i).get()).isEqualTo("done " + (i + 1));
            }
        }
        assertThat(groups).containsExactly(List.of(SLOW), List.of(SLOW), List.of(1, 2, 3));
        for (int i = 4; i < 8; i++) {
            changing.take(i);
        }
        assertThat(groups).hasSize(7);
    }

    @Test
    void what_breaks_is_told_to_each_of_that_group_and_the_next_group_goes_on() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            Future<String> first = threads.submit(() -> together.take(SLOW));
            begun.await();
            List<Future<String>> others = others(together, threads, -4, 4);
            List<Future<String>> later = others(together, threads, 1, 2);
            go.countDown();
            assertThat(first.get()).isEqualTo("done 0");
            for (Future<String> other : others) {
                assertThatThrownBy(other::get).isInstanceOf(ExecutionException.class).rootCause().hasMessage("spoilt");
            }
            for (Future<String> fine : later) {
                assertThat(fine.get()).startsWith("done");
            }
        }
        assertThat(together.take(7)).isEqualTo("done 7");
    }

    @Test
    void nobody_is_forgotten_however_many_come_at_once() throws Exception {
        go.countDown();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            List<Callable<String>> calls = IntStream.rangeClosed(1, 5_000).<Callable<String>>mapToObj(i -> () -> together.take(i)).toList();
            List<Future<String>> results = threads.invokeAll(calls);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo("done " + (i + 1));
            }
        }
        assertThat(groups.stream().flatMap(List::stream).sorted().toList())
                .isEqualTo(IntStream.rangeClosed(1, 5_000).boxed().toList());
    }

    /** Starts callers one after the other, each waiting before the next one comes. */
    private static List<Future<String>> others(Together<Integer, String> together, ExecutorService threads, int from, int count)
            throws InterruptedException {
        List<Future<String>> started = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            int wish = i;
            int before = together.waiting();
            started.add(threads.submit(() -> together.take(wish)));
            while (together.waiting() == before) {
                Thread.sleep(1);
            }
        }
        return started;
    }
}
