package io.quittance.statement;

/** Who is on the other side; each part is empty when the file does not say it. @param account IBAN or the bank's own number */
public record Party(String name, String account, String bic) {

    public static final Party UNKNOWN = new Party("", "", "");

    public Party {
        name = name.strip();
        account = account.strip();
        bic = bic.strip();
    }

    public boolean isUnknown() {
        return name.isEmpty() && account.isEmpty() && bic.isEmpty();
    }
}
