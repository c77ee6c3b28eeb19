package io.quittance.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Maps and lists that change in units of work, which can be undone. */
class Store {

    /** The process died; whatever the unit had done is undone. */
    static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    Set<Integer> deliveries = new HashSet<>();
    /** How often the process died. */
    int deaths;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private int fuse = -1;

    /** All of it or nothing. @param crash the step at which the process dies; -1 for never */
    void unit(int crash, Runnable work) {
        undo.clear();
        fuse = crash;
        Set<Integer> known = deliveries;
        deliveries = crash < 0 ? known : new HashSet<>(known);
        try {
            work.run();
        } catch (Crash died) {
            deaths++;
            deliveries = known;
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
            throw died;
        } finally {
            fuse = -1;
        }
    }

    void step() {
        if (fuse == 0) {
            throw new Crash();
        }
        fuse--;
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        undo.push(() -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        });
    }

    <K, V> void add(Map<K, List<V>> map, K key, V value) {
        List<V> list = map.computeIfAbsent(key, none -> new ArrayList<>());
        list.add(value);
        undo.push(list::removeLast);
    }
}
