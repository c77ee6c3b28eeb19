package io.quittance.web.reconciliation;

import io.quittance.bankfeed.AccountChoice;
import io.quittance.bankfeed.ConnectedAccount;
import java.io.Serializable;

/** An account while a person decides whether it is read. */
public class ChosenAccount implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long id;
    private final String name;
    private final String currency;
    private boolean chosen;
    private String number;

    ChosenAccount(ConnectedAccount account) {
        id = account.id();
        name = account.name();
        currency = account.currency().getCurrencyCode();
        chosen = account.chosen();
        number = account.number();
    }

    AccountChoice choice() {
        return new AccountChoice(id, chosen, number == null ? "" : number.strip());
    }

    public String getName() {
        return name;
    }

    public String getCurrency() {
        return currency;
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
