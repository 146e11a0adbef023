"""Help pages in Thai: click's own with its fixed words replaced."""

from __future__ import annotations

import click


class ThaiCommand(click.Command):
    """A command with a Thai help page. Commands return their exit code."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's help option with a Thai text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "แสดงคำอธิบายนี้"
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line after a Thai word."""
        pieces = [piece.replace("[OPTIONS]", "[ตัวเลือก]") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="วิธีใช้: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options below a Thai heading."""
        options = (parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        with formatter.section("ตัวเลือก"):
            formatter.write_dl(records)
