package io.quittance.customer;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a customer or a tenant receives letters. Parts not known are empty.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(String street, String extra, String postcode, String city, String region, String country) {

    public static final PostalAddress NONE = new PostalAddress("", "", "", "", "", "");

    public PostalAddress {
        street = orEmpty(street);
        extra = orEmpty(extra);
        postcode = orEmpty(postcode);
        city = orEmpty(city);
        region = orEmpty(region);
        country = orEmpty(country);
    }

    /** As written on an envelope, without the empty lines; the country as its code. */
    public List<String> lines() {
        return Stream.of(street, extra, (postcode + " " + city).strip(), region, country).filter(line -> !line.isBlank()).toList();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
