package io.quittance.bankfeed;

/** Whether an account is read, and how statements name it. @param number IBAN or the bank's own; blanks are of no matter */
public record AccountChoice(long account, boolean chosen, String number) {
}
