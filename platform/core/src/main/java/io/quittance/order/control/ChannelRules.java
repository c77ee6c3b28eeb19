package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.order.ChannelSettings;
import java.util.ArrayList;
import java.util.List;

/** What the settings of a channel's account must hold to. */
public final class ChannelRules {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_OPTIONS = 100;
    private static final int LONGEST_OPTION = 4000;

    private ChannelRules() {
    }

    /** @return every fault */
    public static List<Fault> check(ChannelSettings settings) {
        List<Fault> faults = new ArrayList<>();
        if (settings.name().isEmpty()) {
            faults.add(Fault.of("name", "", "text.missing"));
        } else if (settings.name().length() > LONGEST_NAME) {
            faults.add(Fault.of("name", settings.name(), "text.tooLong", LONGEST_NAME));
        }
        if (settings.options().size() > MOST_OPTIONS) {
            faults.add(Fault.of("options", settings.options().size(), "list.tooLong", MOST_OPTIONS));
        }
        settings.options().forEach((key, value) -> {
            if (value.length() > LONGEST_OPTION) {
                faults.add(Fault.of("options." + key, value.substring(0, 40), "text.tooLong", LONGEST_OPTION));
            }
        });
        return faults;
    }
}
