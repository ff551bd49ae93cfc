# Sheets and reports: what can be printed.

sheets-menu = 📄 Sheets
roles-command-sheets = Sheets, reports and report cards to print
sheets-hub = 📄 <b>Sheets</b>
    Each opens on the screen, with files to print (PDF) and for Excel below it.
sheets-hub-empty = 📄 <b>Sheets</b>
    There are no sheets for your role yet.
