# Trama. Two commands: `make run` to see it, `make test` to know it works.
# Each installs what it needs (and says what and why); nothing is asked.

SITE := target/site
STYLE := node style/build.mjs $(SITE)/assets
ISLANDS := app/islands/build.sh $(SITE)/assets

.PHONY: run test dev bench bench-workbench fmt site clean

run: ## Build, load the demonstration, serve on 127.0.0.1:3000
	@.ci/setup.sh run
	@echo "== Styles, fonts, icons"
	@$(STYLE)
	@echo "== Islands (WebAssembly; some minutes the first time)"
	@$(ISLANDS)
	@echo "== Server (some minutes the first time)"
	@cargo build --release --bin trama --features server/embed
	@mkdir -p data
	@target/release/trama --log warn demo
	@exec target/release/trama serve

test: ## Everything that must hold: format, lints, layers, tests on both databases, browser stories
	@.ci/setup.sh test
	@.ci/test.sh

dev: ## Rebuild and serve on every change (quick, unoptimised)
	@.ci/setup.sh run
	@.ci/dev.sh

bench: ## Measure; the table goes to standard output
	@.ci/setup.sh bench
	@$(STYLE)
	@$(ISLANDS)
	@cargo build --release --bin trama --examples --features server/embed
	@end2end/bench/bench.sh

bench-workbench: ## Measure the workbench with a thousand texts on a slow phone's profile
	@.ci/setup.sh test
	@$(STYLE)
	@$(ISLANDS)
	@cargo build --release --bin trama --example generate
	@node end2end/bench/workbench.js

fmt: ## Format everything
	@cargo fmt --all

site: ## Styles and islands alone
	@.ci/setup.sh run
	@$(STYLE)
	@$(ISLANDS)

clean: ## Remove what was built (the data stay)
	@rm -rf target style/node_modules app/islands/node_modules end2end/node_modules end2end/results
