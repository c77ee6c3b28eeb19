package io.quittance.allocation.entity;

import io.quittance.allocation.AllocationCandidate;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.ReferenceWords;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The strategies, each a pure function of what is left of the money and of the claims. */
final class Strategies {

    /** An invoice number of fewer characters is found in too many texts by chance. */
    private static final int SHORTEST_NUMBER = 4;

    private static final Comparator<AllocationCandidate> WITHIN_AN_INVOICE = Comparator
            .<AllocationCandidate>comparingInt(candidate -> rank(candidate.kind()))
            .thenComparing(AllocationCandidate::dueDate)
            .thenComparing(candidate -> candidate.claim().value());

    private static final Comparator<AllocationCandidate> EARLIER_DOCUMENT = Comparator
            .comparing(AllocationCandidate::issueDate)
            .thenComparing(AllocationCandidate::number)
            .thenComparing(candidate -> candidate.invoice().value());

    /** What a strategy gives to a claim. @param amount positive, at most what is open */
    record Part(AllocationCandidate candidate, Money amount) {
    }

    private Strategies() {
    }

    /** @param left positive @param open claims of which something is open still */
    static List<Part> parts(AllocationStrategy strategy, AllocationQuestion question, Money left, List<AllocationCandidate> open) {
        List<AllocationCandidate> free = open.stream().filter(candidate -> !candidate.onHold()).toList();
        return switch (strategy) {
            case NAMED_CLAIMS -> fill(left, inOrder(open, candidate -> question.purpose().indexOf(candidate.invoice())));
            case EXACT_REFERENCE -> fill(left, inOrder(open, candidate -> position(question.reference(), candidate.number())));
            case EXACT_AMOUNT -> left.equals(question.amount()) ? exactAmount(left, free) : List.of();
            case INSTALMENT_FIRST -> fill(left, free.stream().filter(candidate -> candidate.kind() == ClaimKind.INSTALMENT)
                    .sorted(Comparator.comparing(AllocationCandidate::dueDate).thenComparing(EARLIER_DOCUMENT)
                            .thenComparing(WITHIN_AN_INVOICE)).toList());
            case COSTS_FIRST -> fill(left, free.stream()
                    .sorted(Comparator.<AllocationCandidate>comparingInt(candidate -> rank(candidate.kind()))
                            .thenComparing(oldestDue(free)))
                    .toList());
            case OLDEST_DUE -> fill(left, free.stream().sorted(oldestDue(free)).toList());
            case LARGEST -> fill(left, largest(free));
            case PROPORTIONAL -> proportional(left, free);
        };
    }

    /** Where something stands; negative when it does not. */
    private interface Position {
        int of(AllocationCandidate candidate);
    }

    private static List<AllocationCandidate> inOrder(List<AllocationCandidate> open, Position position) {
        return open.stream().filter(candidate -> position.of(candidate) >= 0)
                .sorted(Comparator.<AllocationCandidate>comparingInt(position::of)
                        .thenComparing(candidate -> candidate.invoice().value()).thenComparing(WITHIN_AN_INVOICE))
                .toList();
    }

    private static int position(String reference, String number) {
        return number.length() < SHORTEST_NUMBER ? -1 : ReferenceWords.position(reference, number);
    }

    /** One invoice or one claim, if there is just one: two that fit are a question for a person. */
    private static List<Part> exactAmount(Money amount, List<AllocationCandidate> free) {
        List<List<AllocationCandidate>> fitting = new ArrayList<>();
        byInvoice(free).values().forEach(invoice -> {
            if (total(invoice).equals(amount)) {
                fitting.add(invoice.stream().sorted(WITHIN_AN_INVOICE).toList());
            } else {
                invoice.stream().filter(candidate -> candidate.open().equals(amount)).forEach(candidate -> fitting.add(List.of(candidate)));
            }
        });
        return fitting.size() == 1 ? fill(amount, fitting.getFirst()) : List.of();
    }

    /** Principal by its own due date; costs and interest by the earliest of their invoice, so that they come before it. */
    private static Comparator<AllocationCandidate> oldestDue(List<AllocationCandidate> free) {
        Map<InvoiceId, LocalDate> earliest = new HashMap<>();
        free.forEach(candidate -> earliest.merge(candidate.invoice(), candidate.dueDate(), (a, b) -> a.isBefore(b) ? a : b));
        return Comparator.<AllocationCandidate, LocalDate>comparing(candidate -> isPrincipal(candidate.kind()) ? candidate.dueDate()
                : earliest.get(candidate.invoice())).thenComparing(EARLIER_DOCUMENT).thenComparing(WITHIN_AN_INVOICE);
    }

    private static List<AllocationCandidate> largest(List<AllocationCandidate> free) {
        Map<InvoiceId, Money> totals = new HashMap<>();
        byInvoice(free).forEach((invoice, claims) -> totals.put(claims.getFirst().invoice(), total(claims)));
        Map<InvoiceId, LocalDate> earliest = new HashMap<>();
        free.forEach(candidate -> earliest.merge(candidate.invoice(), candidate.dueDate(), (a, b) -> a.isBefore(b) ? a : b));
        return free.stream().sorted(Comparator
                .<AllocationCandidate, Money>comparing(candidate -> totals.get(candidate.invoice())).reversed()
                .thenComparing(candidate -> earliest.get(candidate.invoice())).thenComparing(EARLIER_DOCUMENT)
                .thenComparing(WITHIN_AN_INVOICE)).toList();
    }

    private static List<Part> proportional(Money left, List<AllocationCandidate> free) {
        List<List<AllocationCandidate>> invoices = byInvoice(free).values().stream()
                .sorted(Comparator.comparing(List::getFirst, EARLIER_DOCUMENT)).toList();
        List<Money> totals = invoices.stream().map(Strategies::total).toList();
        Money all = totals.stream().reduce(Money.zero(left.currency()), Money::plus);
        if (!all.isPositive()) {
            return List.of();
        }
        List<Money> shares = left.min(all).split(totals.stream().map(Money::minorUnits).toList());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < invoices.size(); i++) {
            parts.addAll(fill(shares.get(i), invoices.get(i).stream().sorted(WITHIN_AN_INVOICE).toList()));
        }
        return parts;
    }

    private static Map<Long, List<AllocationCandidate>> byInvoice(List<AllocationCandidate> claims) {
        Map<Long, List<AllocationCandidate>> found = new TreeMap<>();
        claims.forEach(claim -> found.computeIfAbsent(claim.invoice().value(), invoice -> new ArrayList<>()).add(claim));
        return found;
    }

    private static Money total(List<AllocationCandidate> claims) {
        return claims.stream().map(AllocationCandidate::open).reduce(Money::plus).orElseThrow();
    }

    private static List<Part> fill(Money amount, List<AllocationCandidate> claims) {
        List<Part> parts = new ArrayList<>();
        Money left = amount;
        for (AllocationCandidate claim : claims) {
            Money part = left.min(claim.open());
            if (part.isPositive()) {
                parts.add(new Part(claim, part));
                left = left.minus(part);
            }
        }
        return parts;
    }

    private static boolean isPrincipal(ClaimKind kind) {
        return kind == ClaimKind.PRINCIPAL || kind == ClaimKind.INSTALMENT;
    }

    /** BGB s. 367 (1): costs, interest, principal. */
    private static int rank(ClaimKind kind) {
        return switch (kind) {
            case FEE -> 0;
            case INTEREST -> 1;
            case INSTALMENT, PRINCIPAL -> 2;
        };
    }
}
