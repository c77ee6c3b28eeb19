package io.quittance.fourway.entity;

import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.invoice.ReferenceWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what a bank line names, by whole words: found through their first word, so that many lines and many names are no matter. */
final class Names {

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final Map<List<String>, Set<Expected>> owners = new HashMap<>();

    private record Name(List<String> words, Expected expected) {
    }

    /** What a line names. @param sure whether the name is nobody else's */
    record Said(Set<Expected> sure, Set<Expected> perhaps) {
    }

    Names(Collection<Expected> all) {
        for (Expected expected : all) {
            for (String name : expected.names()) {
                List<String> words = ReferenceWords.of(name.toUpperCase(Locale.ROOT));
                if (!words.isEmpty()) {
                    byFirstWord.computeIfAbsent(words.getFirst(), first -> new ArrayList<>()).add(new Name(words, expected));
                    owners.computeIfAbsent(words, same -> new HashSet<>()).add(expected);
                }
            }
        }
    }

    Said in(Banked line) {
        Set<Expected> sure = new LinkedHashSet<>();
        Set<Expected> perhaps = new LinkedHashSet<>();
        for (String text : line.texts()) {
            List<String> words = ReferenceWords.of(text.toUpperCase(Locale.ROOT));
            for (int i = 0; i < words.size(); i++) {
                for (Name name : byFirstWord.getOrDefault(words.get(i), List.of())) {
                    int end = i + name.words().size();
                    if (end <= words.size() && words.subList(i, end).equals(name.words())) {
                        (owners.get(name.words()).size() == 1 ? sure : perhaps).add(name.expected());
                    }
                }
            }
        }
        return new Said(sure, perhaps);
    }
}
