package io.quittance.web.order;

import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderFilter;
import io.quittance.order.OrderRow;
import io.quittance.order.OrderSort;
import io.quittance.order.OrderState;
import io.quittance.order.RuleKind;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderDeadLetters;
import io.quittance.order.boundary.OrderList;
import io.quittance.web.shell.Rows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of orders, and of those among them that wait for a person. */
@Named("orders")
@ViewScoped
public class OrdersPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderList boundary;

    @Inject
    transient OrderDeadLetters letters;

    @Inject
    transient Channels channels;

    @Inject
    transient Say say;

    private transient Rows<OrderRow, OrderSort> rows;
    private String text = "";
    private OrderState state;
    private Long channel;
    private RuleKind rule;
    private boolean waiting;

    @PostConstruct
    void open() {
        rows = new Rows<>(OrderSort.RECEIVED, false, request -> boundary.page(filter(), request));
    }

    /** Those that wait come with the most money at stake first. */
    public void start() {
        if (waiting) {
            rows = new Rows<>(OrderSort.STAKE, false, request -> boundary.page(filter(), request));
        }
    }

    private OrderFilter filter() {
        Set<OrderState> states = state != null ? Set.of(state) : waiting ? OrderFilter.DEAD_LETTERS.states() : Set.of();
        return new OrderFilter(text, states, Optional.ofNullable(channel).map(ChannelId::new), Optional.ofNullable(rule));
    }

    /** Tries all that are listed and wait for a person again. */
    public void replayAll() {
        say.done("order.replayed.all", letters.replayAll(filter()));
    }

    public boolean isFiltered() {
        return !text.isBlank() || state != null || channel != null || rule != null;
    }

    public List<ChannelAccount> getChannels() {
        return channels.all();
    }

    public OrderState[] getStates() {
        return OrderState.values();
    }

    public RuleKind[] getRules() {
        return RuleKind.values();
    }

    public Rows<OrderRow, OrderSort> getRows() {
        return rows;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text.strip();
    }

    public OrderState getState() {
        return state;
    }

    public void setState(OrderState state) {
        this.state = state;
    }

    public Long getChannel() {
        return channel;
    }

    public void setChannel(Long channel) {
        this.channel = channel;
    }

    public RuleKind getRule() {
        return rule;
    }

    public void setRule(RuleKind rule) {
        this.rule = rule;
    }

    public boolean isWaiting() {
        return waiting;
    }

    public void setWaiting(boolean waiting) {
        this.waiting = waiting;
    }
}
