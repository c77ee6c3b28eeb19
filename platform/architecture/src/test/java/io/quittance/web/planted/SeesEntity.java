package io.quittance.web.planted;

import io.quittance.plantedhigh.entity.PriceInDouble;

/** Planted: a page that holds an entity. */
public record SeesEntity(PriceInDouble entity) {
}
