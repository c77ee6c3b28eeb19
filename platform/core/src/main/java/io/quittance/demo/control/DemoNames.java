package io.quittance.demo.control;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up names of firms and of what is sold. */
final class DemoNames {

    private static final List<String> ENGLISH = List.of("Ashdown", "Beacon Hill", "Calder", "Dunmore", "Eastgate", "Fernway", "Glenholm",
            "Harbour", "Ironbridge", "Juniper", "Kestrel", "Larkfield", "Merrow", "Northwind", "Oakhurst", "Pemberton", "Quayside",
            "Redfern", "Silverdale", "Thornbury", "Upland", "Valebrook", "Westmere", "Yarrow");
    private static final List<String> GERMAN = List.of("Ahrens", "Brinkmann", "Claasen", "Deichmeister", "Eggers", "Feldkamp", "Grothe",
            "Harms", "Ihde", "Jürgensen", "Kröger", "Lührs", "Möller", "Niebuhr", "Oltmanns", "Petersen", "Quast", "Rohwer", "Schlüter",
            "Tietjen", "Uhlig", "Voß", "Wiechmann", "Zabel");
    private static final List<String> ENGLISH_KINDS = List.of("Foods Ltd", "Architects LLP", "Travel Ltd", "Cycles Ltd", "Publishing Ltd",
            "Interiors Ltd", "Robotics Ltd", "Museum Trust");
    private static final List<String> GERMAN_KINDS = List.of("Gastronomie GmbH", "Feinkost KG", "Hotelbetriebe GmbH", "Lebensmittel OHG",
            "Bäckereien GmbH", "Catering e.K.", "Getränke GmbH & Co. KG", "Naturkost eG");
    private static final List<String> ENGLISH_WORK = List.of("Brand workshop", "Website retainer", "Campaign design", "Photography",
            "Product film", "Copywriting", "User research", "Annual report");
    private static final List<String> GERMAN_WORK = List.of("Warenlieferung", "Frischware", "Getränke", "Trockensortiment", "Tiefkühlware",
            "Aktionsware", "Leergut und Fracht", "Sonderbestellung");

    private final boolean german;

    DemoNames(boolean german) {
        this.german = german;
    }

    /** A firm's name, another for every number below the product of the two lists. */
    String firm(int number) {
        List<String> names = german ? GERMAN : ENGLISH;
        List<String> kinds = german ? GERMAN_KINDS : ENGLISH_KINDS;
        return names.get(number % names.size()) + " " + kinds.get((number / names.size() + number) % kinds.size());
    }

    String work(RandomGenerator random) {
        List<String> work = german ? GERMAN_WORK : ENGLISH_WORK;
        return work.get(random.nextInt(work.size()));
    }
}
