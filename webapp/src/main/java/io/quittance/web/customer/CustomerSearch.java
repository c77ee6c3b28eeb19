package io.quittance.web.customer;

import io.quittance.Page;
import io.quittance.customer.CustomerFilter;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerSort;
import io.quittance.customer.boundary.Customers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.util.List;
import java.util.Optional;

/** Finds customers while their name is being typed. */
@Named("customerSearch")
@RequestScoped
public class CustomerSearch {

    private static final int MOST = 12;

    @Inject
    Customers customers;

    public List<CustomerChoice> complete(String text) {
        return customers.page(CustomerFilter.matching(text), Page.Request.first(MOST, CustomerSort.NAME, true)).rows().stream()
                .map(CustomerChoice::of).toList();
    }

    public Optional<CustomerChoice> find(long id) {
        return customers.find(new CustomerId(id)).map(customer -> new CustomerChoice(id, customer.name()));
    }

    /** By id and name, so that showing a choice asks nobody; whose id it is, the boundary checks when it is used. */
    @FacesConverter("customerChoice")
    public static class ChoiceConverter implements Converter<CustomerChoice> {

        @Override
        public CustomerChoice getAsObject(FacesContext faces, UIComponent component, String text) {
            if (text == null || !text.matches("(?s)\\d{1,18}:.*")) {
                return null;
            }
            String[] parts = text.split(":", 2);
            return new CustomerChoice(Long.parseLong(parts[0]), parts[1]);
        }

        @Override
        public String getAsString(FacesContext faces, UIComponent component, CustomerChoice choice) {
            return choice == null ? "" : choice.id() + ":" + choice.name();
        }
    }
}
