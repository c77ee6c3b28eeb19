package io.quittance.web.reconciliation;

import io.quittance.reconciliation.MatchOutcome;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.StatementView;
import io.quittance.reconciliation.Suggestion;
import io.quittance.reconciliation.boundary.Matches;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One statement with its lines. */
@Named("statementPage")
@ViewScoped
public class StatementPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Statements boundary;

    @Inject
    transient Matches matches;

    @Inject
    transient Say say;

    private transient StatementView view;
    private transient List<Suggested> suggested;
    private Long id;
    private Long line;

    /** A line and what it may be, likeliest first. */
    public record Suggested(StatementLine line, List<Suggestion> suggestions) {

        public Suggested {
            suggestions = List.copyOf(suggestions);
        }
    }

    public void open() {
        if (id == null && line != null) {
            id = boundary.statementOf(line).map(StatementId::value).orElse(null);
        }
        if (id == null || boundary.find(new StatementId(id)).isEmpty()) {
            Missing.answer();
        }
    }

    public StatementView getView() {
        if (view == null && id != null) {
            view = boundary.find(new StatementId(id)).orElse(null);
        }
        return view;
    }

    /** Open lines with what they may be. */
    public List<Suggested> getSuggested() {
        if (suggested == null && id != null) {
            Map<Long, List<Suggestion>> byLine = matches.suggestions(new StatementId(id)).stream()
                    .collect(Collectors.groupingBy(Suggestion::line));
            suggested = getView().lines().stream().filter(line -> byLine.containsKey(line.id()))
                    .map(line -> new Suggested(line, byLine.get(line.id()))).toList();
        }
        return suggested;
    }

    public void accept(long line, int position) {
        switch (matches.accept(line, position)) {
            case MatchOutcome.Booked _ -> say.done("statement.accepted");
            case MatchOutcome.Refused refused -> say.faults(List.of(refused.fault()), field -> null);
            case MatchOutcome.Unknown _ -> say.refused("error.gone");
        }
        view = null;
        suggested = null;
    }

    /** One of its lines, where the statement itself is not known. */
    public Long getLine() {
        return line;
    }

    public void setLine(Long line) {
        this.line = line;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
