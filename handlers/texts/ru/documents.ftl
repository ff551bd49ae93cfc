# Документы школы: список, один документ, публикация, кто ознакомился, пакет для сайта.

documents-menu = 📄 Документы
roles-help-docs = /docs — документы школы; что ждёт «ознакомлен(а)» — первым
roles-command-docs = Документы школы
documents-heading = { $waiting ->
        [0] 📄 <b>Документы школы</b>
        [one] 📄 <b>Документы школы</b> · ждёт вашего подтверждения { $waiting }
        [few] 📄 <b>Документы школы</b> · ждут вашего подтверждения { $waiting }
       *[many] 📄 <b>Документы школы</b> · ждут вашего подтверждения { $waiting }
    }
documents-none = 📄 Документов пока нет. Когда школа что-нибудь опубликует, оно появится здесь.
documents-line = <b>{ $title }</b> · { $day }, редакция { $version }
documents-open = 📎 Открыть
documents-confirm = ✅ Ознакомлен(а)
documents-asks = ✍️ Школа просит прочитать и подтвердить.
documents-confirmed = ✅ Вы ознакомились: { $day }
documents-thanks = Записано, спасибо.
documents-earlier = 🕘 Прежние редакции
documents-earlier-heading = 🕘 <b>Прежние редакции</b>
documents-version = Редакция { $version }
documents-class = { $class_name }: кто ознакомился
documents-for-all = Кому: всем
documents-for-staff = Кому: сотрудникам
documents-for-families = Кому: семьям
documents-news-new =
    📄 <b>Новый документ школы</b>

    { $title } · { $day }, редакция { $version }
documents-news-asks =
    📄 <b>Документ школы: просим ознакомиться</b>

    { $title } · { $day }, редакция { $version }

    Откройте его и нажмите «Ознакомлен(а)».
documents-news-reminder =
    📄 <b>Напоминаем: документ ждёт подтверждения</b>

    { $title } · { $day }, редакция { $version }

    Откройте его и нажмите «Ознакомлен(а)».

documents-publish = ➕ Опубликовать документ
documents-pack = 🗂 Пакет для сайта
documents-replace = 🔁 Новая редакция
documents-withdraw = Снять
documents-who = 👀 Кто ознакомился
documents-show = 📄 К документу
documents-back = 📄 К документам
documents-bring =
    📎 Пришлите файл (до 20 МБ) или ссылку https.

    Название возьмём из подписи или имени файла — его можно будет поправить.
documents-bring-version =
    📎 Пришлите файл (до 20 МБ) или ссылку https — новую редакцию документа «{ $title }».

    Прежняя останется в истории, ознакомиться попросим заново.
documents-draft =
    📄 <b>{ $title }</b>
    { $day }
    { $what }

    Проверьте и опубликуйте. Кого касается — узнают одним сообщением.
documents-draft-file = Файл: { $name }
documents-draft-link = Ссылка: { $link }
documents-draft-publish = ✅ Опубликовать
documents-draft-asks = Просить ознакомиться
documents-draft-title = ✏️ Название
documents-draft-day = 📅 Дата
documents-to-all = Всем
documents-to-staff = Сотрудникам
documents-to-families = Семьям
documents-drop = Не публиковать
documents-ask-title = ✏️ Напишите название, до 200 знаков.
documents-ask-day = 📅 Напишите дату документа: «01.09», «1 сентября» или «30.08.2025».
documents-published = ✅ Опубликовано: { $title }
documents-withdraw-sure =
    Снять с публикации: <b>{ $title }</b>?

    Документ исчезнет у всех, вместе с прежними редакциями; кто с чем ознакомился, останется записано. Чтобы заменить текст, пришлите новую редакцию.
documents-withdraw-yes = Да, снять
documents-withdrawn = Снято с публикации: { $title }

documents-read = 👀 <b>Ознакомились { $read } из { $all }</b>
documents-read-staff = <b>Сотрудники</b>: { $read } из { $all }
documents-read-families = <b>Семьи</b>: { $read } из { $all } · достаточно одного родителя
documents-read-class = <b>{ $class_name }</b>: ознакомились семьи { $read } из { $all }
documents-class-line = { $class_name }: { $read } из { $all }
documents-not-read = Ещё нет: { $names }
documents-not-read-more = Ещё нет: { $names } и ещё { $count }
documents-remind = 🔔 Напомнить, кто ещё не ознакомился
documents-reminded = Напоминание отправлено. Следующее — не раньше завтрашнего дня.
documents-packed = Пакет для сайта школы: файлы, страница index.html и список documents.json. В нём только документы «для всех».
documents-pack-title = Документы: { $school }
documents-pack-about = { $day }, редакция { $version }

refused-document-replaced = Этот документ сняли или заменили новой редакцией. Откройте /docs — там то, что действует.
refused-document-empty = Файл пуст. Проверьте его и пришлите снова.
refused-document-too-big = Файл больше 20 МБ — столько бот получить не может. Сожмите его или пришлите ссылкой.
refused-document-not-understood = Нужен файл или ссылка https. Фото пришлите как файл.
refused-link-not-accepted = Такую ссылку опубликовать нельзя. Нужна обычная, с https:// и без пароля в адресе, до 500 знаков.
refused-title-unclear = Названия не видно, или оно длиннее { $most }. Напишите, пожалуйста, другое.
refused-document-draft-gone = Этот черновик больше не ждёт. Откройте /docs и начните снова.
refused-document-day-unclear = День понять не удалось. Напишите, например: «01.09» или «30.08.2025».
refused-reminded-today = Сегодня уже напоминали. Следующее напоминание — завтра.
refused-nobody-to-remind = Напоминать некому: все ознакомились.
refused-nothing-to-pack = Документов «для всех» пока нет — складывать в пакет нечего.
refused-pack-too-big = Пакет не помещается в сообщение. Его сделает команда на компьютере школы: python -m bot docs --zip FILE
