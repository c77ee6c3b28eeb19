package io.quittance.tenancy;

/** The person who signed the business up and becomes its owner. */
public record SignUpDetails(String ownerEmail, String ownerFirstName, String ownerLastName) {
}
