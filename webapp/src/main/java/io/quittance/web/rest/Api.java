package io.quittance.web.rest;

import io.quittance.web.alert.AlertResource;
import io.quittance.web.approval.ApprovalResource;
import io.quittance.web.audit.AuditProofResource;
import io.quittance.web.audit.AuditResource;
import io.quittance.web.autopay.AutopayResource;
import io.quittance.web.banking.BatchResource;
import io.quittance.web.banking.MandateResource;
import io.quittance.web.billing.BillingResource;
import io.quittance.web.catalogue.ItemResource;
import io.quittance.web.credit.CorrectionResource;
import io.quittance.web.credit.CreditNoteResource;
import io.quittance.web.customer.ContactResource;
import io.quittance.web.customer.CustomerBillingResource;
import io.quittance.web.customer.CustomerResource;
import io.quittance.web.dashboard.DashboardResource;
import io.quittance.web.discount.DiscountResource;
import io.quittance.web.dunning.ReminderPolicyResource;
import io.quittance.web.fourway.FourWayResource;
import io.quittance.web.imports.ImportResource;
import io.quittance.web.intake.DeadLetterResource;
import io.quittance.web.interest.InterestResource;
import io.quittance.web.invoice.InstalmentResource;
import io.quittance.web.invoice.InvoiceDetailResource;
import io.quittance.web.invoice.InvoiceResource;
import io.quittance.web.invoice.InvoiceViewResource;
import io.quittance.web.ledger.LedgerResource;
import io.quittance.web.ledger.PeriodResource;
import io.quittance.web.me.MeResource;
import io.quittance.web.notification.MessageResource;
import io.quittance.web.order.ChannelResource;
import io.quittance.web.order.ConnectionResource;
import io.quittance.web.order.OrderDeadLetterResource;
import io.quittance.web.order.OrderFileResource;
import io.quittance.web.order.OrderResource;
import io.quittance.web.order.RateResource;
import io.quittance.web.order.RuleResource;
import io.quittance.web.payment.AllocationResource;
import io.quittance.web.payment.AllocationRulesResource;
import io.quittance.web.payment.CheckoutResource;
import io.quittance.web.payment.CustomerRulesResource;
import io.quittance.web.payment.PaymentResource;
import io.quittance.web.payment.RefundResource;
import io.quittance.web.plugin.GatewayResource;
import io.quittance.web.problem.FailureMapper;
import io.quittance.web.problem.RefusalMapper;
import io.quittance.web.reconciliation.BankConnectionResource;
import io.quittance.web.reconciliation.CsvMappingResource;
import io.quittance.web.reconciliation.MatchResource;
import io.quittance.web.reconciliation.StatementResource;
import io.quittance.web.recurring.RecurringResource;
import io.quittance.web.report.ReportResource;
import io.quittance.web.settings.PricesResource;
import io.quittance.web.signup.SignUpResource;
import io.quittance.web.webhook.WebhookResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The REST API. Lists its classes itself: scanning would find the providers of every library in the archive. */
@ApplicationPath("/api/v1")
public class Api extends Application {

    /** What every application of ours needs. */
    private static final List<Class<?>> SHARED = List.of(JsonBodies.class, BodyLimitFilter.class, IdempotencyFilter.class,
            RefusalMapper.class,
            FailureMapper.class);

    /** The operations. */
    private static final List<Class<?>> RESOURCES = List.of(SignUpResource.class, MeResource.class, CustomerResource.class,
            InvoiceResource.class, InvoiceViewResource.class, ItemResource.class, CustomerBillingResource.class, RecurringResource.class,
            BillingResource.class, ContactResource.class,
            InvoiceDetailResource.class, PaymentResource.class, RefundResource.class, AllocationResource.class, CheckoutResource.class,
            GatewayResource.class,
            ReminderPolicyResource.class, MessageResource.class, DashboardResource.class, ImportResource.class, DeadLetterResource.class,
            LedgerResource.class, PeriodResource.class, AuditResource.class, AuditProofResource.class, StatementResource.class,
            CsvMappingResource.class, MatchResource.class, BankConnectionResource.class, FourWayResource.class, AlertResource.class,
            AllocationRulesResource.class,
            CustomerRulesResource.class, InstalmentResource.class,
            CorrectionResource.class, CreditNoteResource.class, ApprovalResource.class, InterestResource.class,
            DiscountResource.class, ReportResource.class, PricesResource.class, MandateResource.class, BatchResource.class,
            OrderResource.class, OrderDeadLetterResource.class, OrderFileResource.class,
            ChannelResource.class, RuleResource.class, RateResource.class,
            WebhookResource.class, ConnectionResource.class, AutopayResource.class);

    /** The classes whose methods are the API's operations. */
    public static List<Class<?>> resources() {
        return RESOURCES;
    }

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(SHARED);
        classes.addAll(RESOURCES);
        return classes;
    }
}
