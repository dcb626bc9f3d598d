package dev.cairn.samples.injection;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import jakarta.inject.Inject;
import java.util.List;

/** Exchanges an amount into several currencies, with rates that a container injects. */
@Flow
class Exchange {
    private final transient Rates rates;

    List<String> currencies;
    double amount;
    double total;

    /** For those who only read runs. */
    Exchange() {
        this(currency -> {
            throw new IllegalStateException("there are no rates: run this flow with a flowFactory");
        });
    }

    @Inject
    Exchange(Rates rates) {
        this.rates = rates;
    }

    @Step(next = "exchange", foreach = "currencies")
    void start() {
        currencies = List.of("USD", "JPY");
    }

    @Step(next = "end")
    void exchange(@Item String currency) {
        amount = 100 * rates.of(currency);
    }

    @Step
    void end(ExchangeArtifacts.EndInputs inputs) {
        total = inputs.stream().mapToDouble(ExchangeArtifacts.Exchange::amount).sum();
    }
}
