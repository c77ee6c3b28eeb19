/**
 * A business signs itself up: asked for by a visitor, confirmed by whoever reads the mail, made by the provisioning steps in
 * the background. Nothing tells a visitor whether an e-mail address is known here.
 */
@Feature(name = "signup", uses = {"config", "access", "tenancy", "blueprint", "notification"})
package io.quittance.signup;

import io.quittance.Feature;
