package io.quittance.simulation;

import java.util.ArrayList;
import java.util.List;

/** Instalments in the naive model. Shares nothing with the product. */
final class NaivePlans {

    private final NaiveMoney money;

    NaivePlans(NaiveMoney money) {
        this.money = money;
    }

    boolean layOut(NaiveInvoice invoice, long down, int count, int months) {
        if (invoice == null || !invoice.instalmentsLeft().isEmpty() || !fits(invoice.claims.getFirst().open, down, count)) {
            return false;
        }
        NaiveInvoice.Claim principal = invoice.claims.getFirst();
        long open = principal.open;
        principal.claimed(-open);
        money.owe(invoice, principal, -open, money.today());
        List<Long> amounts = new ArrayList<>();
        if (down > 0) {
            amounts.add(down);
        }
        long each = (open - down) / count;
        for (int i = 1; i < count; i++) {
            amounts.add(each);
        }
        amounts.add(open - down - each * (count - 1));
        long taken = invoice.claims.stream().filter(claim -> claim.instalment).count();
        for (int i = 0; i < amounts.size(); i++) {
            NaiveInvoice.Claim claim = new NaiveInvoice.Claim(principal.id + 1 + taken + i, 2, true,
                    money.today().plusDays(1).plusMonths((long) i * months), amounts.get(i));
            money.owe(invoice, claim, amounts.get(i), money.today());
            invoice.claims.add(claim);
        }
        money.touch(invoice);
        return true;
    }

    private static boolean fits(long open, long down, int count) {
        return open > 0 && down < open && open - down >= count;
    }

    boolean end(NaiveInvoice invoice) {
        if (invoice == null || invoice.instalmentsLeft().isEmpty()) {
            return false;
        }
        NaiveInvoice.Claim principal = invoice.claims.getFirst();
        for (NaiveInvoice.Claim claim : invoice.instalmentsLeft()) {
            long open = claim.open;
            claim.claimed(-open);
            money.owe(invoice, claim, -open, money.today());
            principal.claimed(open);
            money.owe(invoice, principal, open, money.today());
        }
        money.touch(invoice);
        return true;
    }

    boolean replace(NaiveInvoice invoice, long down, int count, int months) {
        return invoice != null && !invoice.instalmentsLeft().isEmpty() && fits(NaiveInvoice.sum(invoice.ofDocument()), down, count)
                && end(invoice) && layOut(invoice, down, count, months);
    }
}
