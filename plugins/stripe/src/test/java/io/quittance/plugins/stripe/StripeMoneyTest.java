package io.quittance.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.spi.money.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as docs.stripe.com/currencies wants them. */
class StripeMoneyTest {

    /** Presentment currencies of that page; the JDK may not know the newest. */
    private static final String ALL = "USD AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD"
        + " CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR"
        + " ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN"
        + " MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD"
        + " STD SZL THB TJS TND TOP TRY TTD TWD TZS UAH UGX UYU UZS VND VUV WST XAF XCD XOF XPF YER ZAR ZMW";

    @Test
    void a_thousand_whole_units_survive_the_way_there_and_back_in_every_currency() throws Unreadable {
        for (String code : ALL.split(" ")) {
            Money thousand = Money.parse("1000", Currency.getInstance(code));
            long units = StripeMoney.write(thousand).orElseThrow();
            assertThat(units).as(code).isIn(1_000L, 100_000L, 1_000_000L);
            assertThat(StripeMoney.read(units, code.toLowerCase(Locale.ROOT))).isEqualTo(thousand);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"})
    void zero_decimal_currencies_are_sent_in_whole_units(String code) {
        assertThat(StripeMoney.write(Money.parse("500", Currency.getInstance(code)))).contains(500L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BHD", "JOD", "KWD", "OMR", "TND"})
    void three_decimal_currencies_end_in_a_zero(String code) {
        assertThat(StripeMoney.write(Money.parse("5.120", Currency.getInstance(code)))).contains(5120L);
        assertThat(StripeMoney.write(Money.parse("5.124", Currency.getInstance(code)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ISK,5,500", "UGX,5,500", "HUF,10.45,1045", "TWD,800.45,80045", "EUR,12.30,1230", "MGA,10.00,10"})
    void special_cases_follow_the_page(String code, String amount, long units) throws Unreadable {
        Money money = Money.parse(amount, Currency.getInstance(code));
        assertThat(StripeMoney.write(money)).contains(units);
        assertThat(StripeMoney.read(units, code)).isEqualTo(money);
    }

    @Test
    void what_stripe_cannot_express_is_refused_with_what_to_do() {
        Money halfAriary = Money.parse("10.50", Currency.getInstance("MGA"));
        assertThat(StripeMoney.write(halfAriary)).isEqualTo(Optional.empty());
        assertThat(StripeMoney.remedy(halfAriary)).contains("MGA", "whole units", "10.50");
        assertThat(StripeMoney.remedy(Money.parse("5.124", Currency.getInstance("KWD")))).contains("0.010");
    }

    @ParameterizedTest
    @CsvSource({"550,isk", "1,ugx", "1,zzz", "1,e"})
    void amounts_that_make_no_sense_are_not_read(long units, String code) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> StripeMoney.read(units, code));
    }
}
