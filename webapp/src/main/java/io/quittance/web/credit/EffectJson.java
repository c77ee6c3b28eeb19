package io.quittance.web.credit;

import io.quittance.credit.CreditEffect;
import io.quittance.spi.money.Money;
import java.util.List;

/**
 * What a credit note would do. The three sources make up the gross amount.
 *
 * @param fromOpen            what the customer need not pay any more
 * @param fromWrittenOff      what was given up and is credited instead
 * @param toUnapplied         what was paid already and comes free as the payer's unapplied cash
 * @param needsSecondPerson whether it is above the limit of the business and waits for somebody else
 */
public record EffectJson(List<CreditJson.TaxOut> taxes, Money net, Money tax, Money gross, Money fromOpen, Money fromWrittenOff,
        Money toUnapplied, boolean needsSecondPerson) {

    static EffectJson of(CreditEffect effect) {
        return new EffectJson(CreditJson.TaxOut.of(effect.totals()), effect.totals().net(), effect.totals().tax(), effect.totals().gross(),
                effect.fromOpen(), effect.fromWrittenOff(), effect.fromPaid(), effect.needsTwo());
    }
}
