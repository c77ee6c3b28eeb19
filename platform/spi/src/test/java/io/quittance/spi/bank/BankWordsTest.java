package io.quittance.spi.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.spi.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BankWordsTest {

    /** The examples of SWIFT's IBAN registry. */
    @Test
    void ibans_of_the_registry_hold_and_each_wrong_digit_is_noticed() {
        for (String iban : new String[] {"DE89370400440532013000", "FR1420041010050500013M02606", "GB29NWBK60161331926819",
            "NO9386011117947", "MT84MALT011000012345MTLCAST001S", "CH9300762011623852957", "NL91ABNA0417164300", "BE68539007547034",
            "IT60X0542811101000000123456", "ES9121000418450200051332", "LC55HEMM000100010012001200023015"}) {
            assertThat(Iban.parse(iban)).as(iban).isPresent();
            for (int at = 2; at < iban.length(); at++) {
                char wrong = iban.charAt(at) == '7' ? '8' : '7';
                assertThat(Iban.parse(iban.substring(0, at) + wrong + iban.substring(at + 1))).as(iban + " at " + at).isEmpty();
            }
        }
    }

    @Test
    void an_iban_has_the_length_of_its_country_however_it_is_written() {
        assertThat(Iban.parse("de89 3704 0044 0532 0130 00")).contains(new Iban("DE89370400440532013000"));
        assertThat(Iban.parse("DE8937040044053201300")).isEmpty();
        // check digits that hold do not make up for a length that does not
        String body = "3704004405320130001";
        assertThat(Iban.parse("DE" + Checksum.digits("DE", body) + body)).isEmpty();
        assertThat(Iban.parse("ZZ" + Checksum.digits("ZZ", "370400440532013000") + "370400440532013000")).as("no country").isEmpty();
        assertThat(Iban.parse("")).isEmpty();
        assertThatThrownBy(() -> new Iban("DE00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_iban_is_grouped_for_reading_and_masked_in_logs() {
        Iban iban = new Iban("DE89370400440532013000");
        assertThat(iban.grouped()).isEqualTo("DE89 3704 0044 0532 0130 00");
        assertThat(iban).hasToString("DE •••• 3000");
        assertThat(iban.inSepa()).isTrue();
        assertThat(Iban.parse("BR1800360305000010009795493C1").orElseThrow().inSepa()).isFalse();
    }

    @Test
    void a_bic_has_eight_or_eleven_characters() {
        assertThat(Bic.parse("cobadeffxxx")).contains(new Bic("COBADEFFXXX"));
        assertThat(Bic.parse("MARKDEF1")).isPresent();
        assertThat(Bic.parse("COBADEFFXX")).isEmpty();
        assertThat(Bic.parse("C0BADEFF")).isEmpty();
    }

    /** RF18 5390 0754 7034 is the example of ISO 11649. */
    @Test
    void a_creditor_reference_is_made_and_read_with_its_check_digits() {
        assertThat(CreditorReference.of("539007547034")).hasToString("RF18539007547034");
        assertThat(CreditorReference.parse("rf18 5390 0754 7034")).contains(new CreditorReference("RF18539007547034"));
        assertThat(CreditorReference.parse("RF18539007547035")).isEmpty();
        assertThat(CreditorReference.of("539007547034").grouped()).isEqualTo("RF18 5390 0754 7034");
        assertThat(CreditorReference.of(Long.MAX_VALUE).value()).hasSizeLessThanOrEqualTo(25);
        assertThat(CreditorReference.parse(CreditorReference.of(123_456_789_012L).value())).isPresent();
        assertThatThrownBy(() -> CreditorReference.of("INV-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void texts_become_what_every_bank_takes() {
        assertThat(SepaText.of("Müller & Söhne Großhandel", 70)).isEqualTo("Mueller + Soehne Grosshandel");
        assertThat(SepaText.of("Žižkov Café Ñandú Łódź İstanbul", 70)).isEqualTo("Zizkov Cafe Nandu Lodz Istanbul");
        assertThat(SepaText.of("//INV_1//2//", 35)).isEqualTo("INV-1/2");
        assertThat(SepaText.of("東京 <b>", 70)).isEqualTo(".. .b.");
        assertThat(SepaText.of("abc def", 4)).isEqualTo("abc");
        assertThat(SepaText.of(" \n ", 4)).isEmpty();
    }

    /** The layout of the guidelines' own example. */
    @Test
    void an_epc_code_says_who_gets_how_much_for_what() {
        EpcCode code = new EpcCode("Rotes Kreuz\nMünchen", new Iban("DE89370400440532013000"), Optional.of(new Bic("COBADEFFXXX")),
            Money.ofMinor(100, "EUR"), new CreditorReference("RF18539007547034"));
        assertThat(code.payload()).isEqualTo("BCD\n002\n1\nSCT\nCOBADEFFXXX\nRotes Kreuz München\nDE89370400440532013000\nEUR1.00\n\n"
            + "RF18539007547034");
        assertThat(new EpcCode("Ü".repeat(90), code.account(), Optional.empty(), Money.ofMinor(99_999_999_999L, "EUR"), code.reference())
            .payload().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(EpcCode.MOST_BYTES);
        assertThat(EpcCode.isPayable(Money.ofMinor(100_000_000_000L, "EUR"))).isFalse();
        assertThat(EpcCode.isPayable(Money.ofMinor(0, "EUR"))).isFalse();
        assertThat(EpcCode.isPayable(Money.ofMinor(100, "CHF"))).isFalse();
        assertThatThrownBy(() -> new EpcCode(" ", code.account(), Optional.empty(), code.amount(), code.reference()))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
