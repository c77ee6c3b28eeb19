package io.quittance.demo.control;

/** The three files that a business brings along. */
record DemoFiles(byte[] customers, byte[] invoices, byte[] payments) {
}
