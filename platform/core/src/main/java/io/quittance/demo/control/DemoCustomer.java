package io.quittance.demo.control;

import io.quittance.demo.PayingHabit;
import java.util.Currency;

/**
 * A customer of a demo business.
 *
 * @param weight how often it is invoiced, compared with the others
 */
record DemoCustomer(String number, String name, String email, String country, Currency currency, PayingHabit habit, String method,
        int weight, int terms) {
}
