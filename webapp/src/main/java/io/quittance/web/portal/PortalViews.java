package io.quittance.web.portal;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;

import java.util.Optional;

/** Posts of a portal page go back to its private link: its own address is open to nobody. */
public class PortalViews extends ViewHandlerWrapper {

    public PortalViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        Object kept = faces.getExternalContext().getRequestMap().get(PortalPath.attribute());
        Optional<PortalPath> path = viewId.startsWith("/portal/") ? PortalPath.kept(kept) : Optional.empty();
        return path.map(link -> faces.getExternalContext().getRequestContextPath() + link.address())
                .orElseGet(() -> super.getActionURL(faces, viewId));
    }
}
